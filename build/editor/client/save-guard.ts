/**
 * What happens between the button and the save: texts are completed, and those that are at fault are not saved, with the sentences
 * that `npm run check` has for them.
 */
import type { Locale } from '../../../schemas/brands.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { sourceKey } from '../source-key.ts';
import { saysNothing } from './blank-language.ts';
import { completed } from './complete-entry.ts';
import type { EditorContext } from './editor-context.ts';
import { processEntry } from './entry-form.ts';
import { sentenceOf } from './faults-of-entry.ts';
import type { ImmutableMap } from './immutable-map.ts';
import { openEntry } from './open-entry.ts';
import { hasFile } from './source-format.ts';

/** Shown at once; more are in the form. */
const mostShown = 10;

/**
 * @param locale the language of `data` in the map of Sveltia
 * @returns the entry as it is to be saved
 * @throws Error with `cause.message`, which Sveltia shows to the author
 */
export function guardSave(
  { entry: map }: { readonly entry: ImmutableMap },
  locale: Locale,
  { facts, collections }: EditorContext,
): ImmutableMap {
  const entry = openEntry(map, locale, collections);
  if (entry === undefined) return map;
  const values = completed(entry, facts);
  const said = new Map([...values].filter(([, form]) => hasFile(form[sourceKey]) || !saysNothing(form)));
  if (said.size === 0) refuse('Nothing is filled in yet.');
  const { diagnostics } = processEntry({ ...entry, values: said }, facts);
  if (hasErrors(diagnostics)) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const shown = errors
      .slice(0, mostShown)
      .map((fault) => `${fault.file} line ${fault.line}: ${sentenceOf(fault)}`);
    const more = errors.length > mostShown ? [`and ${errors.length - mostShown} more`] : [];
    refuse([...shown, ...more].join('\n'));
  }
  return [...values].reduce(
    (saved, [tag, data]) =>
      tag === locale ? saved.setIn(['data'], data) : saved.setIn(['i18n', tag, 'data'], data),
    // Sveltia takes nothing over from a map without values of the first language.
    map.get('data') === undefined ? map.setIn(['data'], {}) : map,
  );
}

/** Under this message alone Sveltia shows what caused an error. */
function refuse(message: string): never {
  throw new Error('saving_failed', { cause: new Error(message) });
}
