/** A small site as it lies on a server that it was deployed to: with compressed copies, and parts of releases beside its pages. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { mediaTypeOf } from '../../../build/model/media-types.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import { serverFiles } from '../../../build/pages/files/servers/server-files.ts';
import { buildContent, listFiles } from '../built-sites.ts';
import { minimalContent, text, writeContent } from '../content.ts';

export interface ReleasedSite {
  /** Its files without the compressed copies, by their paths below the site, with what they hold. */
  readonly files: ReadonlyMap<string, Buffer>;
  remove(): Promise<void>;
  /** Writes it into a folder, to be served at an address. */
  writeTo(folder: string, url: string): Promise<void>;
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${'<path d="M1 1h7v7H1Z"/>'.repeat(30)}</svg>`;

/** In Russian and English. */
export async function makeReleasedSite(): Promise<ReleasedSite> {
  const sites = await buildContent({
    ...minimalContent,
    'shared/materials/bag/index.en.md': text(
      'title: Bag\nsummary: A bag.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\nimage:\n  src: bag.svg\n  alt: A bag\n',
      'Touch.\n',
    ),
    'shared/materials/bag/bag.svg': drawing,
  });
  const root = path.join(sites.folder, 'kg');
  const files = new Map<string, Buffer>();
  for (const file of await listFiles(root)) files.set(file, await readFile(path.join(root, file)));
  for (const [file, content] of partsOfReleases(files.get('ru/index.html')))
    files.set(file, Buffer.from(content));
  return {
    files,
    remove: sites.remove,
    async writeTo(folder, url) {
      await mkdir(folder, { recursive: true });
      await cp(root, folder, { recursive: true });
      const below = serverFiles({ url, languageFolders: ['ru', 'en'] });
      await writeContent(folder, {
        ...Object.fromEntries([...files].filter(([file]) => !file.startsWith('_server/'))),
        ...Object.fromEntries([...below].map(([file, content]) => [file.slice(1), content])),
      });
      for (const [file, content] of files)
        if (isCompressed(file)) {
          await writeFile(path.join(folder, `${file}.br`), brotliCompressSync(content));
          await writeFile(path.join(folder, `${file}.gz`), gzipSync(content));
        }
    },
  };
}

/** Whether copies of it are kept that are smaller. */
export const isCompressed = (file: string): boolean =>
  /^(?:text\/|application\/(?:json|xml|x-pagefind|manifest)|image\/svg)/.test(
    mediaTypeOf(path.extname(file)),
  ) || /^objects\/[0-9a-f]+$/.test(file);

export const objectOf = (content: Uint8Array): string => releasePaths.object(sha256(content));

function partsOfReleases(page: Uint8Array | undefined): readonly (readonly [string, string | Uint8Array])[] {
  if (page === undefined) throw new Error('the site has no page');
  const digest = sha256(page);
  const json = `${JSON.stringify({ format: 1, files: Array.from({ length: 40 }, (_, index) => index) })}\n`;
  return [
    [objectOf(page), page],
    [releasePaths.manifest(digest), json],
    [releasePaths.delta(digest), json],
    [releasePaths.patches(digest), 'a patch'],
    [releasePaths.record(1), json],
    [releasePaths.signedPointer(digest), json],
    [releasePaths.pointer, json],
    [releasePaths.root(1), json],
    ['metadata/1.snapshot.json', json],
    [releasePaths.timestamp, json],
  ];
}
