import type { Alternate, Chrome, LanguageLink, Page } from '../../templates/model/page.ts';
import { listAlternates } from './alternates.ts';
import { absoluteUrl, languageLinks } from './content-pages.ts';
import type { View } from './view.ts';

/** A page that is made from what there is. */
export interface ListPlan {
  /** Language-free address. */
  readonly target: string;
  /** The address at which the same stands already, and is to be found. */
  readonly sameAs?: string;
  readonly page: () => Page;
}

interface ListBase {
  readonly path: string;
  readonly canonical: string;
  readonly title: string;
  readonly summary: string;
  readonly chrome: Chrome;
  readonly languages: readonly LanguageLink[];
  readonly alternates: readonly Alternate[];
}

/** What pages that no author wrote have in common: each is made in every language of the site. */
export const listBase = (target: string, title: string, summary: string, view: View): ListBase => ({
  path: view.path(target),
  canonical: absoluteUrl(view.path(target), view),
  title,
  summary,
  chrome: view.chrome,
  languages: languageLinks(target, view),
  alternates: listAlternates(target, view),
});
