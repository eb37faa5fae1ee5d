/**
 * Bundles the program of the editor, for browsers that authors have.
 *
 * In: our part of it, and Sveltia CMS from its package. Out: files that lie beside the page, none of which is ever asked for elsewhere.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../processes/bundler.ts';
import { browserModules } from './browser-modules.ts';
import { sveltiaFonts } from './mended-sveltia.ts';

/** Relative to the page, with forward slashes. */
export type EditorFiles = ReadonlyMap<string, Uint8Array>;

export interface EditorProgram {
  readonly files: EditorFiles;
  /** The script of the page. */
  readonly script: string;
}

/** @throws the error of esbuild, for a fault in our own code */
export async function bundleEditor(): Promise<EditorProgram> {
  const outFolder = path.resolve('/editor');
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('../client/editor.client.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    outdir: outFolder,
    entryNames: 'editor-[hash]',
    chunkNames: 'chunks/[name]-[hash]',
    write: false,
    metafile: true,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [browserModules],
    logLevel: 'silent',
  });
  const files = new Map(
    outputFiles.map(({ path: file, contents }) => [
      path.relative(outFolder, file).replaceAll('\\', '/'),
      contents,
    ]),
  );
  for (const [name, bytes] of await sveltiaFonts()) files.set(`assets/${name}`, bytes);
  const script = Object.entries(metafile.outputs).find(([, { entryPoint }]) =>
    entryPoint?.endsWith('editor.client.ts'),
  )?.[0];
  if (script === undefined) throw new TypeError('the program of the editor has no entry');
  return { files, script: path.basename(script) };
}
