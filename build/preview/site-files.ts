/** The files of sites beside their pages: feeds, indexes, search bundles. */
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import { keptClient } from '../pipeline/kept-client.ts';
import type { SearchStore } from '../pipeline/kept-search.ts';
import type { PlannedEdition } from '../pipeline/plan-editions.ts';
import { buildSearchBundle } from '../search/search.ts';
import { emptyIndex, updateIndex } from '../search/search-index.ts';

/** Files that are made from everything, kept until something changes. */
export function createSiteFiles(store: SearchStore): {
  find(sitePath: string, planned: PlannedEdition): Promise<Uint8Array | undefined>;
} {
  type Made = ReadonlyMap<string, Uint8Array>;
  const known = new Map<string, Promise<Made>>();
  const once = (name: string, make: () => Promise<Made>): Promise<Made> => {
    const made = known.get(name) ?? make();
    known.set(name, made);
    return made;
  };
  return {
    async find(sitePath, planned) {
      const { code } = planned.edition.country;
      const [, folder = '', file] = /^\/([^/]+)\/pagefind\/(.+)$/.exec(sitePath) ?? [];
      const language = planned.languages.find(({ locale }) => locale.toLowerCase() === folder);
      if (file === undefined || language === undefined)
        return (await once(code, async () => filesOf(planned, code))).get(sitePath);
      const bundle = await once(`${code} ${language.locale}`, () =>
        bundleOf(planned, language.locale, store),
      );
      return bundle.get(file);
    },
  };
}

const filesOf = (planned: PlannedEdition, code: CountryCode): ReadonlyMap<string, Uint8Array> =>
  new Map(
    planned
      .files()
      .map(({ output, content }) => [
        output.slice(code.length),
        typeof content === 'string' ? Buffer.from(content) : content,
      ]),
  );

async function bundleOf(
  { languages }: PlannedEdition,
  wanted: Locale,
  store: SearchStore,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const language = languages.find(({ locale, searchedIn }) => locale === wanted && searchedIn === locale);
  if (language === undefined) return new Map();
  const index = updateIndex(emptyIndex, new Set(), language.records());
  const files = buildSearchBundle(index, await keptClient(store));
  return new Map(files.map(({ path, bytes }) => [path, bytes]));
}
