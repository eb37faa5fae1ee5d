/**
 * What `npm run check` would say of files if they were saved: of them alone, and with what they say of others.
 *
 * Other entries are known by their names, so that an author waits for the reading of one folder and not of a thousand.
 */
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import type { Catalogue, Folder, Text } from '../model/catalogue.ts';
import type { CountryFolders } from '../model/content-folders.ts';
import { sharedPathOf } from '../model/overlay-basis.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';
import type { Place, TextPlace } from '../model/place.ts';
import type { RenderedBody } from '../model/rendered.ts';
import type { Asset, PlacedFile, ReadFile, SourceFile } from '../model/source.ts';
import { type ContentList, listContent } from '../read/list-content.ts';
import { checkName } from '../read/names.ts';
import { placeOf } from '../read/place-of.ts';
import { readTexts } from '../read/read.ts';
import { checkFieldReferences } from '../references/fields.ts';
import { checkFiles } from '../references/files.ts';
import { createTargetIndex, type TargetIndex } from '../references/index-targets.ts';
import { checkLinks, renderedOf } from '../references/links.ts';
import { checkOverlays } from '../references/overlays.ts';
import { type Settings, validateSettings } from '../validate/settings.ts';
import { type ProcessedFolder, processTexts } from './process-texts.ts';
import { parseSettings } from './settings.ts';

export interface UnsavedFiles {
  /** Decoded, with LF line ends. */
  readonly texts: readonly { readonly path: SourcePath; readonly text: string }[];
  /** Pictures and downloads that are saved with them. */
  readonly assets: readonly SourcePath[];
}

/**
 * @returns faults of the unsaved texts, sorted; of other files none
 * @throws the error of the file system
 */
export function checkUnsaved(
  {
    contentFolder,
    countryFolders,
  }: { readonly contentFolder: string; readonly countryFolders: CountryFolders },
  { texts, assets }: UnsavedFiles,
): readonly Diagnostic[] {
  const list = listContent(contentFolder, countryFolders);
  const names = texts.flatMap(({ path }) => namesFaults(path));
  const unsaved = texts.flatMap(({ path, text }): SourceFile[] => {
    const { place } = placeOf(path);
    return place === undefined ? [] : [{ path, place, text }];
  });
  const paths = new Set(unsaved.map(({ path }) => path));
  const others = { ...list, texts: list.texts.filter(({ path }) => !paths.has(path)) };
  const { content, diagnostics } = parseSettings(
    others,
    unsaved.filter(({ place }) => place.kind !== 'text'),
  );
  const { settings, diagnostics: ofSettings } = validateSettings(content);
  const own = unsaved.filter((file): file is SourceFile<TextPlace> => file.place.kind === 'text');
  const all = [
    ...diagnostics,
    ...ofSettings,
    ...checkTexts(own, { ...others, assets: withAssets(list, assets) }, settings),
  ];
  const ofTexts = all.filter(({ file }) => paths.has(file as SourcePath));
  return sortDiagnostics([...names, ...ofTexts]);
}

function namesFaults(path: SourcePath): readonly Diagnostic[] {
  const { diagnostics, folder } = placeOf(path);
  return [...checkName(path), ...diagnostics, ...(folder === undefined ? [] : [folder.fault])];
}

function withAssets({ assets }: ContentList, fresh: readonly SourcePath[]): ReadonlyMap<SourcePath, Asset> {
  const none = { absolutePath: '', bytes: 0, stamp: '', writtenMs: 0 };
  return new Map([...assets, ...fresh.map((path) => [path, { path, ...none }] as const)]);
}

function checkTexts(
  texts: readonly SourceFile<TextPlace>[],
  list: ContentList,
  settings: Settings,
): readonly Diagnostic[] {
  const processed = [...Map.groupBy(texts, ({ path }) => folderOf(path))].map(([path, unsaved]) =>
    processTexts(path, [...textsIn(path, list), ...unsaved], settings.forTexts),
  );
  const bodies = new Map<SourcePath, RenderedBody>(processed.flatMap((folder) => [...folder.bodies]));
  const folders = foldersOf(processed, list, settings);
  const catalogue: Catalogue = { ...settings, folders, assets: list.assets };
  const written: readonly PlacedFile<Place>[] = [...list.texts, ...texts].filter(
    ({ path }) => !folders.has(folderOf(path)),
  );
  const targets = createTargetIndex(catalogue, written);
  return [
    ...processed.flatMap(({ diagnostics }) => diagnostics),
    ...processed.flatMap(({ folder }) =>
      folder === undefined ? [] : checkOthers(folder, catalogue, targets, bodies),
    ),
    ...checkOverlays(catalogue, targets),
  ];
}

/** The folders of the unsaved texts, and the shared ones that they are laid over. */
function foldersOf(
  processed: readonly ProcessedFolder[],
  list: ContentList,
  { forTexts }: Settings,
): ReadonlyMap<SourcePath, Folder> {
  const own = processed.flatMap(({ folder }) => (folder === undefined ? [] : [folder]));
  const shared = own.flatMap(({ path, patches }) => {
    const below = sharedPathOf(path);
    if (patches.size === 0 || below === path) return [];
    return processTexts(below, textsIn(below, list), forTexts).folder ?? [];
  });
  return new Map([...own, ...shared].map((folder) => [folder.path, folder]));
}

const textsIn = (folder: SourcePath, { texts }: ContentList): readonly ReadFile[] =>
  readTexts(texts.filter(({ path, place }) => place.kind === 'text' && folderOf(path) === folder)).files;

const checkOthers = (
  folder: Folder,
  catalogue: Catalogue,
  targets: TargetIndex,
  bodies: ReadonlyMap<SourcePath, RenderedBody>,
): Diagnostic[] =>
  [...folder.texts.values(), ...folder.patches.values()].flatMap((text: Text) => [
    ...checkFieldReferences(text, targets, catalogue),
    ...checkFiles(text, folder, catalogue, targets, renderedOf(text, bodies)),
    ...checkLinks(text, targets, bodies),
  ]);
