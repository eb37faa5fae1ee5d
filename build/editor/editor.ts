/**
 * The editor: a page, its program and its fonts.
 *
 * In: the checked content, and an address: `/admin/` for what all countries share, `/admin/kg/` for what Kyrgyzstan has of its own. Out: a file,
 * or nothing where there is none. It is an output of its own: no site and no mirror has any of it.
 */
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import { wholeStyleSheet } from '../../templates/styles/stylesheet.ts';
import type { CountryDocument } from '../model/catalogue.ts';
import { mediaTypeOf } from '../model/media-types.ts';
import { defaultAccent } from '../pipeline/themes.ts';
import { type EditedContent, editorFacts } from './collect-facts.ts';
import { type EditorBackend, editorConfig, editorContentOf, editorFormats } from './config/editor-config.ts';
import { editorPath } from './editor-address.ts';
import { editorPage } from './editor-page.ts';
import type { EditorFiles } from './program/bundle-editor.ts';
import { keptProgram } from './program/kept-program.ts';

export interface EditorOptions {
  readonly backend: EditorBackend;
  /** See {@link EditorPageData}. */
  readonly token?: string;
  /** Of the page `/` of a preview, below which the sites lie: where an author sees the pages that she writes. */
  readonly previewUrl?: string;
  /** Where its program is kept for the next time. */
  readonly cacheFolder?: string;
}

export interface EditorFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** The sheet of the sites, beside the page. */
const styleSheetName = 'site.css';

/**
 * @param pathname below {@link editorPath}
 * @throws the error of esbuild, for a fault in our own code
 */
export async function editorFile(
  content: EditedContent,
  pathname: string,
  options: EditorOptions,
): Promise<EditorFile | undefined> {
  const { code = '', name = '' } = filePattern.exec(pathname.slice(editorPath.length))?.groups ?? {};
  const country = content.catalogue.countries.find((known) => known.code === code);
  if (code !== '' && country === undefined) return undefined;
  if (name === '') return textFile('.html', await pageFor(content, country?.code, options));
  if (name === styleSheetName) return textFile('.css', styleSheetFor(country));
  if (code !== '') return undefined;
  const bytes = (await keptProgram(options.cacheFolder)).files.get(name);
  return bytes && { bytes, type: mediaTypeOf(path.extname(name)) };
}

/** The page of a country has a folder of its own: Sveltia keeps nothing else of an address. */
const filePattern = /^(?:(?<code>[a-z]{2})\/)?(?<name>.*)$/;

/**
 * All files of the editor by their names, for a server of its own: the page of what all share, and one for each country.
 *
 * @throws the error of esbuild, for a fault in our own code
 */
export async function editorFiles(content: EditedContent, options: EditorOptions): Promise<EditorFiles> {
  const files = new Map((await keptProgram(options.cacheFolder)).files);
  for (const country of [undefined, ...content.catalogue.countries]) {
    const folder = country === undefined ? '' : `${country.code}/`;
    files.set(`${folder}index.html`, utf8(await pageFor(content, country?.code, options)));
    files.set(`${folder}${styleSheetName}`, utf8(styleSheetFor(country)));
  }
  return files;
}

async function pageFor(
  content: EditedContent,
  country: CountryCode | undefined,
  { backend, token, previewUrl, cacheFolder }: EditorOptions,
): Promise<string> {
  const config = editorConfig({
    content: editorContentOf(content.catalogue),
    backend,
    ...(country !== undefined && { scope: country }),
  });
  const data = {
    config,
    facts: editorFacts(content),
    ...(previewUrl !== undefined && { previewUrl }),
    formats: editorFormats,
    styleSheet: styleSheetName,
    ...(token !== undefined && { token }),
  };
  const { script } = await keptProgram(cacheFolder);
  return editorPage(data, country === undefined ? script : `../${script}`);
}

const styleSheetFor = (country: CountryDocument | undefined): string =>
  wholeStyleSheet({ accent: country?.country.theme?.accent ?? defaultAccent }).css;

const textFile = (extension: string, text: string): EditorFile => ({
  bytes: utf8(text),
  type: mediaTypeOf(extension),
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
