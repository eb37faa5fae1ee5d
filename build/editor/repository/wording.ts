/**
 * Sentences for the author, as the editor shows them: in one paragraph, without line breaks.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../diagnostics/printable.ts';
import type { SourcePath } from '../../model/paths.ts';
import { repositoryPathOf } from './content-path.ts';
import type { Conflict } from './plan-save.ts';

/** @param kept where the version of the author is, by the path that it was to have */
export function sayConflicts(conflicts: readonly Conflict[], kept: ReadonlyMap<SourcePath, string>): string {
  const what = conflicts.slice(0, mostConflicts).map(sayConflict);
  const more = conflicts.length - mostConflicts;
  const places = [...kept.values()];
  const place = conflicts.map(({ source }) => kept.get(source)).find((found) => found !== undefined);
  const where = place ?? places[0];
  const others = places.length > 1 ? ` (with ${places.length - 1} more beside it)` : '';
  const yours = where === undefined ? 'nothing was changed' : `your version is kept in ${where}${others}`;
  const all = (reason: Conflict['why']): boolean => conflicts.every(({ why }) => why === reason);
  const disk = all('gone') ? '' : 'the file is as it was saved there, and ';
  const again = where === undefined ? 'try again' : 'put in your change again';
  const wayOut = all('taken')
    ? 'choose another address, or put your text into the entry that is there'
    : `reload ${all('gone') ? 'the editor' : 'this entry'}, then ${again}`;
  const said = more > 0 ? [...what, `There are ${more} more such files.`] : what;
  return `${said.join(' ')} Nothing is lost: ${disk}${yours}; ${wayOut}.`;
}

function sayConflict({ why, source }: Conflict): string {
  const path = repositoryPathOf(source);
  if (why === 'taken') return `${path} is there already.`;
  return why === 'gone'
    ? `${path} was deleted or renamed on disk after you opened it.`
    : `${path} was changed on disk after you opened it.`;
}

const mostConflicts = 3;

/** @param errors at least one */
export function sayFaults(errors: readonly Diagnostic[]): string {
  const said = errors.slice(0, mostFaults).map(({ file, line, message, hint }) => {
    const wayOut = hint === undefined ? '' : ` – ${hint}`;
    return printable(`${repositoryPathOf(file as SourcePath)} line ${line}: ${message}${wayOut}`);
  });
  const numbered = said.length === 1 ? said : said.map((fault, index) => `(${index + 1}) ${fault}`);
  const more = errors.length - said.length;
  const list = more > 0 ? [...numbered, `and ${more} more`] : numbered;
  return `Nothing was saved yet. Correct this and save again: ${list.join('; ')}`.replace(/[^.?!]$/, '$&.');
}

const mostFaults = 10;
