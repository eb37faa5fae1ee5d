/**
 * The data of a page, complete and in the reader's language: layouts are pure functions of it.
 *
 * Built by `build/pages/`; everything here is plain data, except the words and formats of the locale.
 */

import type { SafeHtml } from '../html.ts';
import type { LocaleFormats, Translate } from '../locale/locale.ts';
import type { StyleSheets } from '../styles/stylesheet.ts';
import type {
  Ages,
  CourseCard,
  GroupCard,
  Language,
  LessonCard,
  MaterialCard,
  Picture,
  Term,
} from './card.ts';
import type { FacetChoice, PageOfList } from './facets.ts';

export type { Ages, CourseCard, GroupCard, Language, LessonCard, MaterialCard, Picture, Term };

export type Page =
  | ChooserPage
  | HomePage
  | CourseListPage
  | CoursePage
  | LessonPage
  | MaterialListPage
  | MaterialPage
  | TopicListPage
  | TopicPage
  | ParentsPage
  | GroupListPage
  | GroupPage
  | StaticPage
  | SearchPage
  | LearningPage
  | CertificatePage
  | VerifyPage
  | NotFoundPage;

export type PageKind = Page['kind'];

/** What every page of one country in one language has in common; one object is shared by all of them. */
export interface Chrome {
  readonly language: Language;
  readonly t: Translate;
  readonly format: LocaleFormats;
  /** The address of the national site, with a slash at its end: for what is read away from the page. */
  readonly siteUrl: string;
  /** `kg` */
  readonly countryCode: string;
  /** The name of the platform. */
  readonly siteName: string;
  readonly countryName: string;
  /** `/<lang>/…` paths with the words of the header, in order. */
  readonly nav: readonly NavLink[];
  /** Static pages that ask for a place in the foot. */
  readonly footer: readonly NavLink[];
  readonly ministry?: Organisation;
  readonly partners: readonly Organisation[];
  /** Names by which organisations may stand among the authors of a text, in any language: any other author is a person. */
  readonly organisations: readonly string[];
  readonly licence: string;
  readonly contact: { readonly email?: string; readonly url?: string };
  /** Site paths of the mark: for tabs, and for the start screen of iOS. */
  readonly icon: string;
  readonly touchIcon: string;
  /** Site path of the web app manifest of this language. */
  readonly manifest: string;
  /** Site paths of the scripts by the kind of page that they are made for. */
  readonly scripts: Readonly<Record<'lesson' | 'course' | 'home', string>>;
  /** The sheet of the country for a `<style>` element, made for the markup of a page. */
  readonly css: StyleSheets;
}

export interface Organisation {
  readonly name: string;
  readonly url?: string;
}

/** A site path such as `/ru/courses/`, written relative to the page by `link()`. */
export interface NavLink {
  readonly path: string;
  readonly label: string;
  /** Language of the label where it is not that of the page. */
  readonly textLanguage?: Language;
}

/** The same page in another language of the site. */
export interface LanguageLink {
  readonly language: Language;
  readonly path: string;
  readonly current: boolean;
}

/** The same page with a text of its own in a language of the site (HTML standard, `hreflang`). */
export interface Alternate {
  /** As in the `lang` attribute, or `x-default`. */
  readonly hreflang: string;
  /** Site path. */
  readonly path: string;
}

interface PageBase {
  /** Path within the national site: `/ru/courses/play/`; for a file `/404.html`. */
  readonly path: string;
  /** Plain text, without the name of the site. */
  readonly title: string;
  /** Plain text for `<meta name="description">`. */
  readonly summary: string;
  readonly chrome: Chrome;
  readonly languages: readonly LanguageLink[];
  /** The page and its translations, where it has any; none for a text that stands in for a missing one. */
  readonly alternates?: readonly Alternate[];
  /** Absolute address; of a page whose text stands in, that of the page in the language of the text. */
  readonly canonical?: string;
  /**
   * Absolute address of the site, only on pages that are served at other addresses than their own (404); elsewhere links
   * are relative to the page, so that the same bytes work at any address.
   */
  readonly absoluteBase?: string;
}

/** Where the text of a content page comes from. */
export interface TextOrigin {
  /** The language that the text is in; on a fallback page not that of the reader. */
  readonly language: Language;
  readonly fallback: boolean;
  /** Set on translations. */
  readonly translation?: { readonly by: 'human' | 'machine'; readonly reviewed: boolean };
  /** The original has changed since this was translated. */
  readonly stale: boolean;
}

/** A page whose text an author wrote. `data-id` is stable over languages, countries and releases. */
interface ContentPage extends PageBase {
  readonly id: string;
  readonly text: TextOrigin;
  readonly body: SafeHtml;
  readonly image?: Picture;
  readonly authors: readonly string[];
  /** `2026-03-01` */
  readonly updated?: string;
  /** Where it differs from the licence of the site. */
  readonly licence?: string;
}

/** `/index.html` of a national site: choose a language, without a script. */
export interface ChooserPage extends PageBase {
  readonly kind: 'chooser';
  /** The name of the platform and a word of welcome, in each language. */
  readonly choices: readonly {
    readonly language: Language;
    readonly path: string;
    readonly siteName: string;
    readonly countryName: string;
  }[];
}

export interface HomePage extends PageBase {
  readonly kind: 'home';
  readonly tagline: string;
  readonly image?: Picture;
  /** The first lesson of the first course, to start with at once. */
  readonly start?: LessonCard;
  readonly courses: readonly CourseCard[];
  /** The lessons of each course, in its order, by their ids within it. */
  readonly lessonIds: readonly { readonly course: string; readonly lessons: readonly string[] }[];
  /** One activity to do with the children today. */
  readonly today?: MaterialCard;
  /** Areas of development with how much there is for each. */
  readonly topics: readonly TopicLink[];
  /** A few materials for parents, where the country has an entrance for them. */
  readonly parents?: readonly MaterialCard[];
  /** Site path of the feed of what is new. */
  readonly feed?: string;
  /** The library by type of material, with counts; empty types are left out. */
  readonly materialTypes: readonly FacetChoice[];
  readonly groups: readonly GroupCard[];
}

export interface CourseListPage extends PageBase {
  readonly kind: 'course-list';
  readonly courses: readonly CourseCard[];
}

export interface CoursePage extends ContentPage {
  readonly kind: 'course';
  readonly audience: readonly Term[];
  readonly ages: Ages;
  readonly level?: Term;
  readonly domains: readonly Term[];
  readonly alignments: readonly { readonly framework: string; readonly label: string }[];
  readonly durationMinutes: number;
  readonly lessons: readonly LessonCard[];
  readonly prerequisites: readonly CourseCard[];
  readonly groups: readonly GroupCard[];
}

export interface LessonPage extends ContentPage {
  readonly kind: 'lesson';
  readonly course: { readonly path: string; readonly title: string; readonly textLanguage?: Language };
  /** All lessons of the course, this one included. */
  readonly lessons: readonly LessonCard[];
  /** From 1. */
  readonly position: number;
  readonly previous?: LessonCard;
  readonly next?: LessonCard;
  readonly durationMinutes: number;
  readonly objectives: readonly string[];
  readonly materials: readonly MaterialCard[];
  readonly discussion?: GroupCard;
}

export interface MaterialListPage extends PageBase {
  readonly kind: 'material-list';
  /** Those of this page, by type and title. */
  readonly materials: readonly MaterialCard[];
  /** How many the whole list has. */
  readonly total: number;
  readonly pages: PageOfList;
  /** By what the library can be narrowed, in the order of the facets. */
  readonly choices: readonly FacetChoice[];
  /** What the list is about; absent where it is the whole library. */
  readonly chosen?: FacetChoice;
  /** Site path of the whole library. */
  readonly libraryPath: string;
  readonly scriptPath: string;
  /** Site path of the file with all materials, where the library takes more than one page; only on its first page. */
  readonly indexPath?: string;
  /** What each material answers to, by id, where the library takes one page; only there. */
  readonly facetWords?: ReadonlyMap<string, string>;
}

/** An area of development, with its page and how many courses and materials support it. */
export interface TopicLink {
  readonly term: Term;
  readonly path: string;
  readonly count: number;
}

/** The overview: area of development × age × type. */
export interface TopicListPage extends PageBase {
  readonly kind: 'topic-list';
  readonly rows: readonly (TopicLink & {
    /** By age; the id is the anchor on the page of the area. */
    readonly sections: readonly (Pick<TopicSection, 'id' | 'ages'> & { readonly count: number })[];
    readonly types: readonly { readonly label: string; readonly count: number }[];
  })[];
}

/** All that supports one area of development. */
export interface TopicPage extends PageBase {
  readonly kind: 'topic';
  /** Of the term. */
  readonly id: string;
  readonly sections: readonly TopicSection[];
  readonly others: readonly TopicLink[];
}

export interface TopicSection {
  readonly id: string;
  /** Absent for what is meant for other ages than those of preschool. */
  readonly ages?: Ages;
  /** By type; courses are one. */
  readonly groups: readonly {
    readonly label: string;
    readonly courses: readonly CourseCard[];
    readonly materials: readonly MaterialCard[];
  }[];
}

/** The entrance for parents. */
export interface ParentsPage extends PageBase {
  readonly kind: 'parents';
  readonly courses: readonly CourseCard[];
  readonly sections: readonly MaterialSection[];
  /** Ways into the library: for use at home, and by age. */
  readonly choices: readonly FacetChoice[];
}

/** Some materials of a type, for {@link ParentsPage}. */
export interface MaterialSection {
  readonly term: Term;
  readonly materials: readonly MaterialCard[];
  /** Where there are more than are shown here. */
  readonly all?: FacetChoice;
}

export interface MaterialPage extends ContentPage {
  readonly kind: 'material';
  readonly type: Term;
  readonly ages: Ages;
  readonly domains: readonly Term[];
  readonly audience: readonly Term[];
  readonly settings: readonly Term[];
  readonly scriptPath: string;
  readonly durationMinutes?: number;
  readonly groupSize?: string;
  readonly resources: readonly string[];
  readonly alignments: readonly { readonly framework: string; readonly label: string }[];
  readonly related: readonly MaterialCard[];
}

export interface GroupListPage extends PageBase {
  readonly kind: 'group-list';
  readonly groups: readonly GroupCard[];
}

export interface GroupPage extends ContentPage {
  readonly kind: 'group';
  readonly audience: readonly Term[];
  readonly moderators: readonly string[];
  readonly rules?: SafeHtml;
  readonly courses: readonly CourseCard[];
}

export interface StaticPage extends ContentPage {
  readonly kind: 'page';
}

export interface SearchPage extends PageBase {
  readonly kind: 'search';
  /** Site path of the script that answers the form. */
  readonly scriptPath: string;
  /** Site path of the folder with the Pagefind bundle of this language. */
  readonly bundlePath: string;
  /** All pages by section: the index for readers without JavaScript. */
  readonly index: readonly {
    readonly title: string;
    readonly textLanguage?: Language;
    readonly links: readonly NavLink[];
  }[];
}

/** What the device knows of its owner's learning, and how to take it to another one. */
export interface LearningPage extends PageBase {
  readonly kind: 'learning';
  /** Site paths of scripts: of the page, and of QR codes, which it loads when asked for one. */
  readonly scriptPath: string;
  readonly qrScriptPath: string;
  readonly courses: readonly LearningCourse[];
  /** Where the country has certificates. */
  readonly certificatePath?: string;
}

/** A course by what can be learned of it. */
export interface LearningCourse {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly textLanguage?: Language;
  readonly durationMinutes: number;
  /** By content id: `play/why-play`. */
  readonly lessons: readonly Pick<LessonCard, 'id' | 'path' | 'title' | 'textLanguage'>[];
}

/** Made on the device, of a course whose lessons are all done there. */
export interface CertificatePage extends PageBase {
  readonly kind: 'certificate';
  readonly scriptPath: string;
  readonly learningPath: string;
  readonly verifyPath: string;
  /** Absolute address, to be printed. */
  readonly verifyUrl: string;
  readonly courses: readonly LearningCourse[];
}

/** Whether name and code of a certificate belong together. */
export interface VerifyPage extends PageBase {
  readonly kind: 'verify';
  readonly scriptPath: string;
  readonly courses: readonly LearningCourse[];
}

export interface NotFoundPage extends PageBase {
  readonly kind: 'not-found';
  readonly absoluteBase: string;
  /** The root page speaks every language of the site, the page of a language one. */
  readonly sections: readonly {
    readonly language: Language;
    readonly t: Translate;
    readonly homePath: string;
    readonly searchPath: string;
  }[];
}
