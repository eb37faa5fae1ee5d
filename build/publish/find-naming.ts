/** Finds which other files of a site say something of what is withdrawn. */
import type { Manifest, ManifestFile } from '../model/release/manifest.ts';
import type { ObjectStore } from '../release/object-store.ts';

export interface Naming {
  /** Results of the search that show title and summary of a page; the search does without them. */
  readonly fragments: readonly ManifestFile[];
  /** Paths of pages, lists and indexes with a link to it. */
  readonly others: readonly string[];
}

/** @param gone paths of the site */
export async function findNaming(
  gone: ReadonlySet<string>,
  { files }: Manifest,
  objects: ObjectStore,
): Promise<Naming> {
  const pages = [...gone].filter((path) => path.endsWith('/index.html'));
  const names = [...gone].map(nameIn);
  const fragments: ManifestFile[] = [];
  const others: string[] = [];
  for (const file of files) {
    const isFragment = file.path.endsWith('.pf_fragment');
    if (gone.has(file.path) || (!isFragment && !isText(file))) continue;
    const text = Buffer.from((await objects.read(file.sha256)) ?? []).toString();
    if (isFragment) {
      if (pages.some((page) => isFragmentOf(page, file.path, text))) fragments.push(file);
    } else if (names.some((name) => text.includes(name))) others.push(file.path);
  }
  return { fragments, others };
}

const isText = ({ kind, type }: ManifestFile): boolean =>
  kind === 'page' || (kind === 'file' && /^(?:text\/|application\/(?:xml|json))/.test(type));

/** As links name it from wherever: the last folder of a page, the digest of a picture, else the name of a file. */
function nameIn(path: string): string {
  const [, digest] = /\.([0-9a-f]{8})\.[a-z0-9]+$/.exec(path) ?? [];
  if (digest !== undefined) return digest;
  const segments = path.split('/');
  return path.endsWith('/index.html') ? `${segments.at(-2)}/` : (segments.at(-1) ?? path);
}

/** Fragments know pages by their address below the language; scripts of one language share an index. */
function isFragmentOf(page: string, fragment: string, text: string): boolean {
  const languageOf = (path: string): string => path.split(/[-/]/)[0] ?? '';
  const below = page.slice(page.indexOf('/') + 1, -'index.html'.length);
  return languageOf(page) === languageOf(fragment) && text.includes(`"url":${JSON.stringify(below)}`);
}
