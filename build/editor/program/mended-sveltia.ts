/**
 * Sveltia CMS as it comes, but for what keeps our authors from working: each change looks first whether its fault is still there.
 */
import { readdir, readFile } from 'node:fs/promises';
import { switchOffBlank } from '../client/blank-language.ts';

/**
 * @param program Sveltia's
 * @throws TypeError when the package has changed so that a change no longer fits
 */
export const mendedSveltia = async (program: string): Promise<string> =>
  withFirstLanguage(withVerdicts(await withOwnFonts(program)));

/**
 * Sveltia's style sheet names its fonts on a server of others; they lie in its package as well.
 *
 * @throws TypeError when the package has changed so that not all of them are found
 */
async function withOwnFonts(program: string): Promise<string> {
  const names = await fontNames();
  const own = program.replace(
    /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g,
    (_, family, subset) =>
      `assets/${names.find((name) => name.startsWith(`${family}-${subset}-`)) ?? missingFont(family)}`,
  );
  if (own.includes('cdn.jsdelivr.net')) throw new TypeError('Sveltia CMS names a file on cdn.jsdelivr.net');
  return own;
}

/**
 * Sveltia 0.221 asks for the verdict on every language when an entry could not be saved, and there is none on one that is switched off.
 *
 * @throws TypeError when the package has changed: then this may no longer be needed
 */
function withVerdicts(program: string): string {
  const asked = /Object\.values\((\w+\(\w+\)\[\w+\])\)(?=\.some\(\(\{valid:)/g;
  if (!asked.test(program)) throw new TypeError('Sveltia CMS no longer asks for verdicts as it did');
  return program.replace(asked, 'Object.values($1??{})');
}

/**
 * Sveltia 0.221 cannot save an entry that has no file in the first language of the editor: it asks for the path of that file. Here it
 * gets one, and the language is left out again of what the list of entries then knows. A language in which nothing was said is switched
 * off before it is saved: no empty files appear.
 *
 * @throws TypeError when the package has changed: then this may no longer be needed
 */
function withFirstLanguage(program: string): string {
  const made =
    /(\{_i18n:\{canonicalSlug:\{key:\w+\}\}\}=(\w+\?\?\w+),.{0,600}?localizedEntryMap:Object\.fromEntries\(await Promise\.all\(Object\.entries\()(\w+)(?=\))/s;
  const saved =
    /(\{draft:)(\w+)(,savingEntry:)(\w+)(,cacheDB:\w+\(.{0,400}?\{savingEntry:)\4(?=,savingAssets:)/s;
  if (!made.test(program) || !saved.test(program))
    throw new TypeError('Sveltia CMS no longer makes what it saves as it did');
  return program
    .replace(made, '$1{[($2)._i18n.defaultLocale]:{},...$3}')
    .replace(
      saved,
      `$1${switchOffBlank}($2,$4)$3$4$5{...$4,locales:Object.fromEntries(Object.entries($4.locales).filter(([tag])=>$2.currentLocales[tag]))}`,
    );
}

function missingFont(family: string): never {
  throw new TypeError(`Sveltia CMS brings no font "${family}"`);
}

const assetsFolder = new URL('./assets/', import.meta.resolve('@sveltia/cms'));

async function fontNames(): Promise<readonly string[]> {
  return (await readdir(assetsFolder)).filter((name) => name.endsWith('.woff2'));
}

/** The fonts of Sveltia by their names, which its program looks for in the folder `assets` beside itself. */
export async function sveltiaFonts(): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = await fontNames();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(new URL(name, assetsFolder))] as const),
    ),
  );
}
