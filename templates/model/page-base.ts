/** What all pages have, and all whose text an author wrote. */
import type { SafeHtml } from '../html.ts';
import type { LocaleFormats, Translate } from '../locale/locale.ts';
import type { StyleSheets } from '../styles/stylesheet.ts';
import type { Language, Picture } from './card.ts';

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
  readonly ministry?: Organisation & { readonly logo?: Logo };
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
  readonly scripts: Readonly<Record<'lesson' | 'course' | 'home' | 'mirror', string>>;
  /** The sheet of the country for a `<style>` element, made for the markup of a page. */
  readonly css: StyleSheets;
}

export interface Organisation {
  readonly name: string;
  readonly url?: string;
}

/** The sign of an organisation. */
export interface Logo {
  /** Site path: `/assets/logo.1a2b3c4d.svg`. */
  readonly path: string;
  readonly widthPx: number;
  readonly heightPx: number;
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

export interface PageBase {
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
export interface ContentPage extends PageBase {
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
