/**
 * Bundles browser code.
 *
 * In: the scripts of `templates/client/`. Out: one minified ES module each, published under a name with its digest;
 * and those that lie under lasting names.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { withConstants } from '../../templates/styles/constants.ts';
import { type AssetFile, publishedName } from '../model/published.ts';
import { build, type Plugin, transform } from '../processes/bundler.ts';
import { type ByScript, type LastingScripts, type ScriptName, scriptNames } from './script-names.ts';

/** The oldest browsers that run it: the look's floor. Older ones read the page without it. */
const target = ['chrome95', 'firefox102', 'safari15'];

/** Every script, by its name. */
export async function bundleScripts(): Promise<ByScript<AssetFile>> {
  const bundled = scriptNames.map(async (name) => [name, await bundleScript(name)] as const);
  return Object.fromEntries(await Promise.all(bundled)) as ByScript<AssetFile>;
}

/** @throws the error of esbuild, for a fault in our own code */
export async function bundleScript(name: ScriptName): Promise<AssetFile> {
  const bytes = await bundle(`${name}.client.ts`, 'esm');
  return { path: publishedName(name, '.js', bytes), sizeBytes: bytes.length, bytes };
}

/** The script of the preview, to stand in a page. */
export async function bundleAuthorScript(): Promise<string> {
  const bytes = await bundle('author/author.client.ts', 'iife');
  return new TextDecoder().decode(bytes).replaceAll('</script', '<\\/script');
}

export async function bundleLastingScripts(): Promise<LastingScripts> {
  // Firefox has run modules as workers of this kind only for a short time.
  const [sw, keep] = await Promise.all([bundle('sw.client.ts', 'iife'), bundle('keep.client.ts', 'esm')]);
  return { sw, keep };
}

/** @param entry relative to `templates/client/` */
async function bundle(entry: string, format: 'esm' | 'iife'): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../templates/client/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format,
    target,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [styleSheetsAsText, ownAddresses],
    logLevel: 'silent',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** What scripts load later is not in their bundle but beside the folder that they lie in. */
const ownAddresses: Plugin = {
  name: 'own addresses',
  setup({ onResolve }) {
    onResolve({ filter: /\/keep\.client\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: '../keep.js', external: true } : undefined,
    );
  },
};

/** What only a script adds to a page is styled by the script: pages do not pay for it. */
const styleSheetsAsText: Plugin = {
  name: 'style sheets as text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(withConstants(await readFile(path, 'utf8')), {
        loader: 'css',
        minify: true,
        charset: 'utf8',
        target,
      });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};
