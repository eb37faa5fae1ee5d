/**
 * Files of our own that every site carries: icons in the colours of the country, scripts, the program of a mirror. Drawing and bundling take longer than
 * writing a hundred pages, so that they are kept.
 */
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CountryCode } from '../../schemas/brands.ts';
import type { Theme } from '../../templates/styles/stylesheet.ts';
import { requireLight, requireLightLasting } from '../budgets/light-scripts.ts';
import { readCached, writeCached } from '../cache/cached-file.ts';
import { type ByScript, type LastingScripts, scriptNames } from '../client/script-names.ts';
import { programPath } from '../mirror/program/this-program.ts';
import { sha256 } from '../model/paths.ts';
import type { AssetFile } from '../model/published.ts';
import type { Icons } from '../pages/icons.ts';

export interface OwnFiles {
  readonly scripts: ByScript<AssetFile>;
  /** `/sw.js`, `/keep.js` */
  readonly lastingScripts: LastingScripts;
  readonly icons: ReadonlyMap<CountryCode, Icons>;
  /** `/mirror/passport-mirror.mjs` */
  readonly mirrorProgram: AssetFile;
}

/** Where they are kept. */
interface OwnStore {
  readonly cacheFolder: string;
  /** Digest of the program. */
  readonly program: string;
}

/** What is made of our code alone. */
export type OwnPrograms = Pick<OwnFiles, 'scripts' | 'lastingScripts' | 'mirrorProgram'>;

export async function bundlePrograms(store: OwnStore): Promise<OwnPrograms> {
  const [scripts, lastingScripts, mirrorProgram] = await Promise.all([
    bundledOnce(store, 'scripts', bundleLightScripts),
    bundledOnce(store, 'lasting-scripts', bundleLightLastingScripts),
    bundledOnce(store, 'mirror-program', bundleProgram),
  ]);
  return { scripts, lastingScripts, mirrorProgram };
}

/** @param themes of each country */
export async function makeOwnFiles(
  themes: ReadonlyMap<CountryCode, Theme>,
  store: OwnStore,
  programs: Promise<OwnPrograms> = bundlePrograms(store),
): Promise<OwnFiles> {
  const drawings = Promise.all(
    [...themes].map(async ([country, theme]): Promise<[CountryCode, Icons]> => {
      const name = `icons-${sha256(JSON.stringify(theme)).slice(0, 24)}`;
      const drawn = await kept(store, name, async () => {
        const { drawIcons } = await import('../pages/icons.ts');
        return drawIcons(theme);
      });
      return [country, drawn];
    }),
  );
  const [bundled, icons] = await Promise.all([programs, drawings]);
  return { ...bundled, icons: new Map(icons) };
}

async function bundleLightScripts(): Promise<OwnFiles['scripts']> {
  const { bundleScripts } = await import('../client/bundle.ts');
  return requireLight(await bundleScripts());
}

async function bundleLightLastingScripts(): Promise<LastingScripts> {
  const { bundleLastingScripts } = await import('../client/bundle.ts');
  return requireLightLasting(await bundleLastingScripts());
}

async function bundleProgram(): Promise<AssetFile> {
  const { bundleMirrorProgram } = await import('../mirror-program/mirror-program.ts');
  return bundleMirrorProgram();
}

/** What is made of the program alone is made once by a process that builds again and again: see `programKey`. */
const bundledOnce = <T>(store: OwnStore, name: string, make: () => Promise<T>): Promise<T> =>
  kept(store, name, () => {
    const begun = (bundled.get(name) ?? make()) as Promise<T>;
    bundled.set(name, begun);
    begun.catch(() => bundled.delete(name));
    return begun;
  });

const bundled = new Map<string, Promise<unknown>>();

/** For checks, which write no page: nothing is drawn. */
export function noOwnFiles(themes: ReadonlyMap<CountryCode, Theme>): OwnFiles {
  const none = { path: '', sizeBytes: 0, sidePx: 0, widthPx: 0, heightPx: 0, bytes: new Uint8Array() };
  const icons: Icons = {
    colour: '',
    svg: none,
    png192: none,
    png512: none,
    maskable512: none,
    touch180: none,
    favicon: none.bytes,
  };
  const scripts = Object.fromEntries(scriptNames.map((name) => [name, none])) as ByScript<typeof none>;
  return {
    scripts,
    lastingScripts: { sw: none.bytes, keep: none.bytes },
    icons: new Map([...themes.keys()].map((country) => [country, icons])),
    mirrorProgram: { ...none, path: `/${programPath}` },
  };
}

async function kept<T>({ cacheFolder, program }: OwnStore, name: string, make: () => Promise<T>): Promise<T> {
  const file = path.join(cacheFolder, 'own', name);
  const found = readCached(file, program);
  if (found !== undefined) return deserialize(found) as T;
  const made = await make();
  writeCached(file, program, serialize(made));
  return made;
}

/** The content of these files by their site path. */
export function ownBytes({ scripts, icons }: OwnFiles): ReadonlyMap<string, Uint8Array> {
  const files = [
    ...Object.values(scripts),
    ...[...icons.values()].flatMap((drawn) => [
      drawn.svg,
      drawn.png192,
      drawn.png512,
      drawn.maskable512,
      drawn.touch180,
    ]),
  ];
  return new Map(files.map(({ path: site, bytes }) => [site, bytes]));
}
