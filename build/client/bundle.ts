/**
 * Bundles browser code.
 *
 * In: the scripts of `templates/client/`. Out: one minified ES module each, published under a name with its digest.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type AssetFile, publishedName } from '../model/published.ts';

/** Scripts of `templates/client/`, each for the pages that name it. */
export const scriptNames = ['search', 'library', 'share'] as const;

export type ScriptName = (typeof scriptNames)[number];

/** Something for each script. */
export type ByScript<T> = Readonly<Record<ScriptName, T>>;

/** The oldest browsers that run it: the look's floor. Older ones read the page without it. */
const target = ['chrome95', 'firefox102', 'safari15'];

/** @throws the error of esbuild, for a fault in our own code */
export async function bundleScripts(): Promise<ByScript<AssetFile>> {
  const bundled = await Promise.all(scriptNames.map(async (name) => [name, await bundleScript(name)]));
  return Object.fromEntries(bundled) as ByScript<AssetFile>;
}

async function bundleScript(name: ScriptName): Promise<AssetFile> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../templates/client/${name}.client.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target,
    write: false,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return { path: publishedName(name, '.js', bytes), sizeBytes: bytes.length, bytes };
}
