/** Pages that are made from what there is, and those outside of all languages. */
import type { Translate } from '../locale/locale.ts';
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
import type { FacetChoice, PageOfList, SearchFilter } from './facets.ts';
import type { NavLink, PageBase } from './page-base.ts';

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

export interface GroupListPage extends PageBase {
  readonly kind: 'group-list';
  readonly groups: readonly GroupCard[];
}

export interface SearchPage extends PageBase {
  readonly kind: 'search';
  /** Site path of the script that answers the form. */
  readonly scriptPath: string;
  /** Site path of the folder with the Pagefind bundle of this language. */
  readonly bundlePath: string;
  /** Site path of the titles that answer first. */
  readonly titlesPath: string;
  /** By what it can be narrowed. */
  readonly filters: readonly SearchFilter[];
  /** Ways to look around: by area of development, by age, by type. */
  readonly topics: readonly TopicLink[];
  readonly ages: readonly FacetChoice[];
  readonly types: readonly FacetChoice[];
  readonly letters: readonly LetterLink[];
  /** Every title, where they are few; else each letter has a page. */
  readonly titles: readonly LetterTitles[];
}

/** A letter of the alphabet with its page, or its place on the search page. */
export interface LetterLink extends NavLink {
  readonly count: number;
}

/** The titles below a letter. */
export interface LetterTitles {
  readonly heading: string;
  /** Anchor on the page. */
  readonly id: string;
  readonly links: readonly (NavLink & {
    /** `Story`; of a lesson its course. */
    readonly what?: string;
  })[];
}

/** The titles below one letter, in pages that a slow line carries. */
export interface TitleListPage extends PageBase {
  readonly kind: 'title-list';
  readonly searchPath: string;
  readonly letters: readonly LetterLink[];
  readonly titles: LetterTitles;
  readonly pages: PageOfList;
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
