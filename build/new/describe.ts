/**
 * What a plan writes, in words and for tools.
 */
import { printable, printableLine } from '../diagnostics/printable.ts';
import { type CountryFolders, noCountryFolders, shownPathOf } from '../model/content-folders.ts';
import type { Edit, KindOfNew, Plan, Problem } from './form.ts';

/** @param folder the content folder as its reader knows it */
export function describePlan(
  { files, edits, next }: Plan,
  folder: string,
  isDone: boolean,
  countryFolders: CountryFolders = noCountryFolders,
): string {
  const shown = (file: string): string => shownPathOf(file, folder, countryFolders);
  const [made, changed] = isDone ? ['made', 'changed'] : ['would make', 'would change'];
  const parts = [
    ...files.map(({ path, text }) =>
      [`${made} ${shown(path)}`, ...(isDone ? [] : ['', ...indented(text), ''])].join('\n'),
    ),
    ...edits.map((edit) => {
      const { line, added } = addedLine(edit);
      return [`${changed} ${shown(edit.path)}`, `  ${line} + ${printableLine(added)}`].join('\n');
    }),
  ];
  const steps = next.map((step) => withFolders(step, folder, countryFolders));
  const again = countryFolders.size > 0 ? '\n\nThese commands need --country-dir, too, as this one did.' : '';
  return isDone ? `${parts.join('\n')}\n\n${numbered(steps).join('\n')}${again}` : parts.join('\n');
}

const numbered = (steps: readonly string[]): readonly string[] =>
  steps.length < 3 ? steps : steps.map((step, index) => `${index + 1}. ${step}`);

const indented = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${printableLine(line)}`));

/** The one line in which a file differs. */
function addedLine({ before, after }: Edit): { readonly line: number; readonly added: string } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const index = now.findIndex((line, at) => line !== old[at]);
  return { line: index + 1, added: (now[index] ?? '').replace(/\r$/, '') };
}

/** JSON for tools; paths lie below the content folder. */
export const planAsJson = (what: KindOfNew, { files, edits, next }: Plan, isDone: boolean): string =>
  JSON.stringify(
    {
      what,
      written: isDone,
      files,
      edits: edits.map((edit) => ({ path: edit.path, ...addedLine(edit) })),
      next,
    },
    null,
    2,
  );

/** A sentence, and on a line of its own the way out. */
export const describeProblem = (
  { message, hint }: Problem,
  folder: string,
  countryFolders: CountryFolders = noCountryFolders,
): string =>
  [message, ...(hint === undefined ? [] : [`  help: ${hint}`])]
    .map((line) => printable(withFolders(line, folder, countryFolders)))
    .join('\n');

/** Sentences name files as in the guide, below `content/`; the folders may have other names. */
const withFolders = (sentence: string, folder: string, countryFolders: CountryFolders): string =>
  sentence.replaceAll(
    /(?<![\w/])content\/((?:shared|countries|strings|taxonomy)\/[\w./-]*|site\.yml)/g,
    (_, file: string) => shownPathOf(file, folder, countryFolders),
  );
