import type { SiteFile } from '../../build/pages/files/site-files.ts';
import type { Page } from '../../templates/model/page.ts';
import { check, lines } from '../support/content.ts';

type ChangedFiles = Readonly<Record<string, string | null>>;

/** The pages of the one country of the minimal content, with some files changed. */
export async function siteOf(files: ChangedFiles): Promise<readonly Page[]> {
  const edition = await plannedEdition(files);
  const lists = edition.languages.flatMap((language) => language.lists());
  return [...lists, ...edition.texts, ...edition.sitePages()].map((planned) => planned.make().page);
}

/** The other files of it, by their path in the site. */
export async function filesOf(files: ChangedFiles): Promise<ReadonlyMap<string, string>> {
  const written: readonly SiteFile[] = (await plannedEdition(files)).files();
  return new Map(written.map(({ output, content }) => [output.replace(/^kg/, ''), String(content)]));
}

async function plannedEdition(files: ChangedFiles) {
  const { editions, diagnostics } = await check(files);
  const [edition] = editions;
  if (edition === undefined) throw new Error(lines(diagnostics).join('\n'));
  return edition;
}
