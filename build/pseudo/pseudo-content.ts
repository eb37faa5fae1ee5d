/**
 * Content for languages that nobody speaks: to see words of the interface that are not translated, boxes that are too narrow for
 * other languages, and whatever does not turn round where writing runs from right to left.
 *
 * In: a content folder. Out: a copy of it in which every country speaks `en-XA` and `ar-XB`, too. Texts of authors stay English.
 */
import { cp, glob, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../cli/errors.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { type CountryFolders, noCountryFolders } from '../model/content-folders.ts';
import { parsePo } from '../parse/po.ts';
import { pseudoSettings } from './pseudo-settings.ts';
import { pseudoStrings } from './pseudo-strings.ts';
import { pseudoLanguages } from './pseudo-text.ts';

/**
 * Writes the copy, in place of an older one.
 *
 * @throws UsageError when there are no English words to begin with
 */
export async function writePseudoContent(
  contentFolder: string,
  copy: string,
  countryFolders: CountryFolders = noCountryFolders,
): Promise<void> {
  const english = await readFile(path.join(contentFolder, 'strings', 'en.po'), 'utf8').catch(() => undefined);
  if (english === undefined)
    throw new UsageError(`--pseudo: there is no ${contentFolder}/strings/en.po to make languages from`);
  await rm(copy, { recursive: true, force: true });
  await cp(contentFolder, copy, { recursive: true, preserveTimestamps: true });
  for (const [code, folder] of countryFolders) {
    const inCopy = path.join(copy, 'countries', code);
    await rm(inCopy, { recursive: true, force: true });
    // Its history, and all else that is hidden, is no content.
    const filter = (file: string): boolean => !path.relative(folder, file).startsWith('.');
    await cp(folder, inCopy, { recursive: true, preserveTimestamps: true, filter });
  }
  // Of a catalogue with faults no language is made: the build tells of them.
  if (hasErrors(parsePo(english, 'strings/en.po').diagnostics)) return;
  for (const language of pseudoLanguages)
    await writeFile(path.join(copy, 'strings', `${language.tag}.po`), pseudoStrings(english, language));
  for await (const name of glob(['site.yml', 'taxonomy/**/*.yml', 'countries/*/country.yml'], {
    cwd: copy,
  })) {
    const file = path.join(copy, name);
    await writeFile(file, pseudoSettings(await readFile(file, 'utf8')));
  }
}
