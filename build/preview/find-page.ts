import type { Entry } from '../model/edition.ts';
import type { LanguagePages, MadePage } from '../pages/pages.ts';
import type { PlannedEdition } from '../pipeline/plan-editions.ts';
import type { ShownPage } from './panel-facts.ts';

/** The page of a text, a list of a language, or one outside of all languages. */
export function findPage(sitePath: string, planned: PlannedEdition | undefined): ShownPage | undefined {
  if (planned === undefined || !/(?:\/|\.html)$/.test(sitePath)) return undefined;
  const path = sitePath.replace(/\/index\.html$/, '/');
  const [folder = ''] = path.split('/').slice(1);
  const language = planned.languages.find(({ locale }) => locale.toLowerCase() === folder);
  const entry = language && planned.edition.entries.get(path.slice(folder.length + 1));
  const made =
    language === undefined ? siteMade(path, planned) : languageMade(path, language, entry, planned);
  return made && { made, planned, locale: language?.locale, entry };
}

const siteMade = (path: string, planned: PlannedEdition): MadePage | undefined =>
  planned
    .sitePages()
    .map((site) => site.make())
    .find(({ page }) => page.path === path);

function languageMade(
  path: string,
  { locale, list }: LanguagePages,
  entry: Entry | undefined,
  planned: PlannedEdition,
): MadePage | undefined {
  if (entry === undefined) return list(path);
  return planned
    .textsOf(entry)
    .find((text) => text.locale === locale)
    ?.make();
}
