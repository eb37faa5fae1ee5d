/**
 * Prepares the pictures and downloads that texts name.
 *
 * In: the catalogue and its rendered bodies. Out: for each named file its published name (with a digest, so that it can be kept
 * for ever) and its size; and a diagnostic, at the line that names it, for a picture that cannot be used. The bytes go to a shelf,
 * which also knows what was prepared before.
 */
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import type { Catalogue, Folder, Text } from '../model/catalogue.ts';
import { sharedPathOf } from '../model/overlay-basis.ts';
import { fileNameOf, type SourcePath } from '../model/paths.ts';
import { type PreparedAsset, type PublishedAsset, publishedName } from '../model/published.ts';
import { type RenderedBodies, rulesPath } from '../model/rendered.ts';
import type { Asset } from '../model/source.ts';
import type { PictureFault } from './picture.ts';

export interface PreparedAssets {
  readonly assets: ReadonlyMap<SourcePath, PublishedAsset>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where prepared files are kept. */
export interface Shelf {
  /** What a file was made into before, if it has not been written since. */
  find(asset: Asset): PublishedAsset | undefined;
  /** Takes what is published of a file, by site path, whether or not somebody will name it. */
  keep(files: PreparedAsset['files']): void;
  /** Somebody names the file. */
  use(asset: Asset, published: PublishedAsset): void;
}

/** Pictures that are prepared before it is known whether a text names them. */
export interface EarlyPictures {
  find(source: SourcePath): Promise<PublishedAsset | PictureFault> | undefined;
  /** Begins no more of them, and waits for those that are begun. */
  stop(): Promise<void>;
}

/** Begins with the pictures that nobody has prepared yet: most have a name in a text, and this process waits while others read those. */
export function preparePicturesEarly(assets: ReadonlyMap<SourcePath, Asset>, shelf: Shelf): EarlyPictures {
  const begun = new Map<SourcePath, Promise<PublishedAsset | PictureFault>>();
  let isStopped = false;
  // Beside processes that have as many threads: twice as many, or they would still have these to wait for.
  const lanes = inLanes(2 * os.availableParallelism(), assets.values(), async (asset) => {
    if (isStopped || !isPicture(asset.path) || shelf.find(asset) !== undefined) return;
    const preparing = prepareAndKeep(asset, mayBeShared(asset), shelf);
    begun.set(asset.path, preparing);
    // Whoever asks for it is told.
    await preparing.catch(() => {});
  });
  return {
    find: (source) => begun.get(source),
    stop() {
      isStopped = true;
      return lanes;
    },
  };
}

export async function prepareAssets(
  catalogue: Catalogue,
  bodies: RenderedBodies,
  shelf: Shelf,
  early?: EarlyPictures,
): Promise<PreparedAssets> {
  const stopped = early?.stop();
  const assets = new Map<SourcePath, PublishedAsset>();
  const diagnostics: Diagnostic[] = [];
  const named = namedAssets(catalogue, bodies).entries();
  await inLanes(os.availableParallelism(), named, async ([source, one]) => {
    const prepared = await prepareOnce(one, shelf, early);
    if ('fault' in prepared) diagnostics.push(diagnose(prepared, one));
    else assets.set(source, prepared);
  });
  await stopped;
  // Whichever came first: the same content gives the same order.
  const sorted = [...assets].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { assets: new Map(sorted), diagnostics };
}

/** So many at once; each picture has one thread. */
async function inLanes<T>(
  lanes: number,
  items: IterableIterator<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const lane = async (): Promise<void> => {
    for (const item of items) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function prepareOnce(
  { asset, isShared }: NamedAsset,
  shelf: Shelf,
  early: EarlyPictures | undefined,
): Promise<PublishedAsset | PictureFault> {
  const isWhole = ({ previewPath }: PublishedAsset): boolean =>
    previewPath !== undefined || !isShared || !asset.path.endsWith('.svg');
  let prepared = shelf.find(asset) ?? (await early?.find(asset.path));
  if (prepared === undefined || (!('fault' in prepared) && !isWhole(prepared)))
    prepared = await prepareAndKeep(asset, isShared, shelf);
  if ('fault' in prepared) return prepared;
  const published = isShared ? prepared : withoutPreview(prepared);
  shelf.use(asset, published);
  return published;
}

/** A drawing in the folder of a course or a community. */
const mayBeShared = ({ path: source }: Asset): boolean =>
  /(?:^|\/)(?:courses|groups)\/[^/]+\/[^/]+\.svg$/.test(source);

const withoutPreview = ({ previewPath: _, ...published }: PublishedAsset): PublishedAsset => published;

async function prepareAndKeep(
  asset: Asset,
  withPreview: boolean,
  shelf: Shelf,
): Promise<PublishedAsset | PictureFault> {
  const prepared = await prepareAsset(asset, withPreview);
  if ('fault' in prepared) return prepared;
  shelf.keep(prepared.files);
  return prepared.published;
}

const diagnose = ({ fault, message, hint }: PictureFault, { file, range }: NamedAsset): Diagnostic => ({
  code: `picture/${fault}`,
  severity: 'error',
  file,
  ...range(),
  message,
  hint,
});

interface NamedAsset {
  readonly asset: Asset;
  /** The text that names it first. */
  readonly file: SourcePath;
  readonly range: () => Range;
  /** The picture of a page whose address goes round in messengers: of a course or a community. */
  readonly isShared: boolean;
}

function namedAssets(catalogue: Catalogue, bodies: RenderedBodies): ReadonlyMap<SourcePath, NamedAsset> {
  const named = new Map<SourcePath, NamedAsset>();
  const add = (
    text: Text,
    folders: readonly string[],
    src: string,
    range: () => Range,
    isShared = false,
  ): void => {
    const asset = folders.flatMap(
      (folder) => catalogue.assets.get(`${folder}/${src}` as SourcePath) ?? [],
    )[0];
    if (asset === undefined) return;
    const known = named.get(asset.path);
    if (known === undefined) named.set(asset.path, { asset, file: text.path, range, isShared });
    else if (isShared && !known.isShared) named.set(asset.path, { ...known, isShared });
  };
  for (const folder of catalogue.folders.values()) {
    for (const text of [...folder.texts.values(), ...folder.patches.values()]) {
      const folders = foldersOf(folder, text);
      const cover = text.fields.image?.src;
      const isShared = folder.entry === 'course' || folder.entry === 'group';
      if (typeof cover === 'string')
        add(text, folders, cover, () => text.positions.value(['image', 'src']), isShared);
      for (const rendered of [bodies.get(text.path), bodies.get(rulesPath(text.path))])
        for (const { src, range } of [...(rendered?.images ?? []), ...(rendered?.files ?? [])])
          add(text, folders, src, () => range);
    }
  }
  for (const { code, country, document } of catalogue.countries) {
    for (const field of ['logo', 'motif'] as const) {
      const asset = catalogue.assets.get(`countries/${code}/${country.theme?.[field]}` as SourcePath);
      if (asset !== undefined)
        named.set(asset.path, {
          asset,
          file: document.path,
          range: () => document.positions.value(['theme', field]),
          isShared: false,
        });
    }
  }
  return named;
}

/** A patch may use the pictures of the text that it is laid over. */
const foldersOf = (folder: Folder, text: Text): string[] =>
  text.place.patch ? [folder.path, sharedPathOf(folder.path)] : [folder.path];

const isPicture = (file: string): boolean => /\.(svg|png|jpe?g|webp|avif)$/i.test(file);

/**
 * @param withPreview whether messengers get a drawing as pixels
 * @throws the error of the file system, when the file has gone since it was found
 */
export async function prepareAsset(
  asset: Asset,
  withPreview: boolean,
): Promise<PreparedAsset | PictureFault> {
  // Small files, thousands of them: asking for each and waiting takes longer than reading it.
  const bytes = readFileSync(asset.absolutePath);
  if (isPicture(asset.path)) {
    // Its library takes a tenth of a second to load, and most builds have no new picture.
    const { preparePicture } = await import('./picture.ts');
    return preparePicture(asset.path, bytes, withPreview);
  }
  const { name, ext } = path.parse(fileNameOf(asset.path));
  const published = { path: publishedName(name, ext, bytes), sizeBytes: bytes.length };
  return { published, files: new Map([[published.path, bytes]]) };
}
