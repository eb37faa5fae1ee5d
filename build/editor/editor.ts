/**
 * The editor: a page, its program and its fonts.
 *
 * In: the checked content, and an address below `/admin/`; `?country=kg` is the editor of what Kyrgyzstan has of its own. Out: a file,
 * or nothing where there is none. It is an output of its own: no site and no mirror has any of it.
 */
import path from 'node:path';
import { type CountryCode, isCountryCode } from '../../schemas/brands.ts';
import { wholeStyleSheet } from '../../templates/styles/stylesheet.ts';
import { mediaTypeOf } from '../model/media-types.ts';
import { defaultAccent } from '../pipeline/themes.ts';
import type { CheckedContent } from '../pipeline.ts';
import { editorFacts } from './collect-facts.ts';
import { type EditorBackend, editorConfig, editorContentOf, editorFormats } from './config/editor-config.ts';
import { editorPage } from './editor-page.ts';
import { bundleEditor, type EditorProgram } from './program/bundle-editor.ts';

export const editorPath = '/admin/';

export interface EditorOptions {
  readonly backend: EditorBackend;
  /** See {@link EditorPageData}. */
  readonly token?: string;
  /** Of the page `/` of a preview, below which the sites lie: where an author sees the pages that she writes. */
  readonly previewUrl?: string;
}

export interface EditorFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** The sheet of the sites, beside the page. */
const styleSheetName = 'site.css';

/**
 * @param pathname below {@link editorPath}
 * @param query with its question mark, or empty
 * @throws the error of esbuild, for a fault in our own code
 */
export async function editorFile(
  content: CheckedContent,
  pathname: string,
  query: string,
  options: EditorOptions,
): Promise<EditorFile | undefined> {
  const name = pathname.slice(editorPath.length);
  const asked = new URLSearchParams(query).get('country') ?? '';
  const country = isCountryCode(asked) ? asked : undefined;
  if (name === '') return textFile('.html', await pageFor(content, country, options));
  if (name === styleSheetName) return textFile('.css', styleSheetFor(content, country));
  const bytes = (await program()).files.get(name);
  return bytes && { bytes, type: mediaTypeOf(path.extname(name)) };
}

async function pageFor(
  content: CheckedContent,
  country: CountryCode | undefined,
  { backend, token, previewUrl }: EditorOptions,
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
    styleSheet: styleSheetName + (country === undefined ? '' : `?country=${country}`),
    ...(token !== undefined && { token }),
  };
  return editorPage(data, (await program()).script);
}

function styleSheetFor({ catalogue }: CheckedContent, country: CountryCode | undefined): string {
  const found = catalogue.countries.find(({ code }) => code === country);
  return wholeStyleSheet({ accent: found?.country.theme?.accent ?? defaultAccent }).css;
}

const textFile = (extension: string, text: string): EditorFile => ({
  bytes: new TextEncoder().encode(text),
  type: mediaTypeOf(extension),
});

let bundled: Promise<EditorProgram> | undefined;

/** Made when it is first asked for. */
function program(): Promise<EditorProgram> {
  bundled ??= bundleEditor();
  return bundled;
}
