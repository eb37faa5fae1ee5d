/**
 * Plans every page of an edition.
 *
 * In: an edition and what all editions share. Out: for each page its output path and its complete data, and what search should
 * know of it; and a diagnostic for two pages that would be written to the same file.
 */
import type { Page } from '../../templates/model/page.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../model/edition.ts';
import { type OutputPath, type SourcePath, toOutputPath } from '../model/paths.ts';
import type { PublishedAsset } from '../model/published.ts';
import type { SearchRecord } from '../model/search-record.ts';
import { createChrome } from './chrome.ts';
import { contentPage } from './content-pages.ts';
import { findDuplicates } from './duplicates.ts';
import { listPages } from './list-pages.ts';
import { findLostLinks } from './lost-links.ts';
import { searchRecord } from './search-records.ts';
import { sitePages } from './site-pages.ts';
import { createView, type PagesContext, type View } from './view.ts';

export interface PlannedPage {
  readonly output: OutputPath;
  readonly page: Page;
  /** The files that it is made from, for messages. */
  readonly sources: readonly SourcePath[];
}

export interface EditionPages {
  readonly pages: readonly PlannedPage[];
  /** The files that the pages name. */
  readonly assets: readonly PublishedAsset[];
  readonly records: readonly SearchRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

export function planPages(edition: Edition, context: PagesContext): EditionPages {
  const used = new Set<PublishedAsset>([context.searchScript]);
  const views = edition.languages.map((language) =>
    createView(context, edition, language, createChrome(context, edition, language), used),
  );
  const pages = [
    ...views.flatMap(planLanguage),
    ...sitePages(views).map((page) => planned(page, edition, [edition.country.document.path])),
  ];
  return {
    pages,
    assets: [...used].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    records: views.flatMap((view) => [...edition.entries.values()].map((entry) => searchRecord(entry, view))),
    diagnostics: [...findDuplicates(pages), ...views.flatMap(findLostLinks)],
  };
}

function planLanguage(view: View): PlannedPage[] {
  const { edition } = view;
  const content = [...edition.entries.values()].map((entry) =>
    planned(contentPage(entry, view), edition, [view.variant(entry).bodySource]),
  );
  return [
    ...listPages(view).map((page) => planned(page, edition, [edition.country.document.path])),
    ...content,
  ];
}

function planned(page: Page, edition: Edition, sources: readonly SourcePath[]): PlannedPage {
  const file = page.path.endsWith('/') ? `${page.path}index.html` : page.path;
  return { output: toOutputPath(`${edition.country.code}${file}`), page, sources };
}
