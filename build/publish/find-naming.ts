/** Finds which other files of a site say something of what is withdrawn. */
import type { Manifest, ManifestFile } from '../model/release/manifest.ts';
import type { ObjectStore } from '../release/object-store.ts';

export interface Naming {
  /** Results of the search that show title and summary of a page; the search does without them. */
  readonly fragments: readonly ManifestFile[];
  /** Paths of pages, lists and indexes with a link to it. */
  readonly others: readonly string[];
  /** Files that stand on what goes and on nothing else. */
  readonly pictures: readonly string[];
}

/** @param gone paths of the site */
export async function findNaming(
  gone: ReadonlySet<string>,
  { files }: Manifest,
  objects: ObjectStore,
): Promise<Naming> {
  const pages = [...gone].filter((path) => path.endsWith('/index.html'));
  const fragments: ManifestFile[] = [];
  const others: string[] = [];
  const own = await assetsOf(pages, files, objects);
  for (const file of files) {
    const isFragment = file.path.endsWith('.pf_fragment');
    if (gone.has(file.path) || !isText(file)) continue;
    const text = Buffer.from((await objects.read(file.sha256)) ?? []).toString();
    if (isFragment) {
      if (pages.some((page) => isFragmentOf(page, file.path, text))) fragments.push(file);
    } else forget(own, text);
    if (!isFragment && (file.kind === 'page' ? leadsTo(gone, file.path, text) : names(gone, file.path, text)))
      others.push(file.path);
  }
  const pictures = files.filter(({ path }) => own.has(digestIn(path) ?? unnamed) && !gone.has(path));
  return { fragments, others, pictures: pictures.map(({ path }) => path) };
}

/** Digests of the files that these pages show. */
async function assetsOf(
  pages: readonly string[],
  files: readonly ManifestFile[],
  objects: ObjectStore,
): Promise<Set<string>> {
  const shown = new Set<string>();
  const known = new Set(files.flatMap(({ path, kind }) => (kind === 'asset' ? (digestIn(path) ?? []) : [])));
  for (const file of files) {
    if (!pages.includes(file.path)) continue;
    const html = Buffer.from((await objects.read(file.sha256)) ?? []).toString();
    for (const [digest] of html.matchAll(/\b[0-9a-f]{8}\b/g)) if (known.has(digest)) shown.add(digest);
  }
  return shown;
}

function forget(digests: Set<string>, text: string): void {
  for (const digest of digests) if (text.includes(digest)) digests.delete(digest);
}

/** Whether a file can say something of another one. */
export const isText = ({ path, kind, type }: ManifestFile): boolean =>
  path.endsWith('.pf_fragment') ||
  kind === 'page' ||
  (kind === 'file' && /^(?:text\/|application\/(?:xml|json))/.test(type));

/** Links are relative to their page. */
function leadsTo(gone: ReadonlySet<string>, page: string, html: string): boolean {
  for (const [, link = ''] of html.matchAll(/\s(?:href|src|content)="([^"]+)"/g)) {
    const { pathname } = URL.canParse(link, `${base}${page}`)
      ? new URL(link, `${base}${page}`)
      : { pathname: '' };
    const path = pathname.slice(1);
    if (gone.has(path.endsWith('/') ? `${path}index.html` : path)) return true;
  }
  // A picture in several widths is named once, by its digest.
  return [...gone].some((path) => html.includes(digestIn(path) ?? unnamed));
}

/** An index or a feed of the same language names a page by its last folder, and a picture by its digest. */
const names = (gone: ReadonlySet<string>, file: string, text: string): boolean =>
  [...gone].some((path) => {
    const digest = digestIn(path);
    if (digest !== undefined) return text.includes(digest);
    const [language, ...segments] = path.replace(/index\.html$/, '').split('/');
    return file.startsWith(`${language}/`) && text.includes(segments.slice(-2).join('/'));
  });

const base = 'https://site.invalid/';

/** What no text holds. */
const unnamed = '\0';

const digestIn = (path: string): string | undefined => /\.([0-9a-f]{8})\.[a-z0-9]+$/.exec(path)?.[1];

/** Fragments know pages by their address below the language; scripts of one language share an index. */
function isFragmentOf(page: string, fragment: string, text: string): boolean {
  const languageOf = (path: string): string => path.split(/[-/]/)[0] ?? '';
  const below = page.slice(page.indexOf('/') + 1, -'index.html'.length);
  return languageOf(page) === languageOf(fragment) && text.includes(`"url":${JSON.stringify(below)}`);
}
