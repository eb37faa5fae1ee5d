/** What is wrong with the text of a form, and the way to its place. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { EditorFacts } from '../facts.ts';
import type { EditorContext } from './editor-context.ts';
import type { OpenText } from './entry-form.ts';
import { faultsIn, sentenceOf } from './faults-of-entry.ts';
import { openText } from './open-text.client.ts';
import { placeInText } from './place-in-text.ts';
import { type ControlProps, element } from './react.client.ts';

export function faultsAt(props: ControlProps, context: EditorContext): readonly Diagnostic[] {
  const open = openText(props, context);
  return open === undefined ? [] : faultsOrReason(open, context.facts);
}

/** A file that cannot be written is a fault as well, whatever brought it about. */
function faultsOrReason({ entry, locale }: OpenText, facts: EditorFacts): readonly Diagnostic[] {
  try {
    return faultsIn(entry, locale, facts);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    return [{ code: 'editor/unwritable', severity: 'error', file: '', ...place, message }];
  }
}

export function faultList(
  props: ControlProps,
  faults: readonly Diagnostic[],
  context: EditorContext,
): unknown {
  return element(
    'ul',
    { id: `${props.forID}-faults`, className: 'passport-faults', 'aria-live': 'polite' },
    ...faults.map((fault, index) =>
      element(
        'li',
        { key: `${fault.code} ${index}`, 'data-severity': fault.severity },
        element(
          'button',
          { type: 'button', onClick: () => showPlace(props, fault, context), title: 'Show the place' },
          sentenceOf(fault),
        ),
      ),
    ),
  );
}

/** Selects what is at fault, where it stands in the text; faults of the fields are told by the name of the field. */
function showPlace(props: ControlProps, fault: Diagnostic, context: EditorContext): void {
  const area = document.getElementById(props.forID) as HTMLTextAreaElement | null;
  const open = openText(props, context);
  if (area === null || open === undefined) return;
  area.focus();
  const place = placeInText(fault, area.value, open, context.facts);
  if (place === undefined) return;
  area.setSelectionRange(place.start, place.end);
  // At once: the page lets everything glide, and a long text passes by for a second.
  const top = heightPx(area, area.value.slice(0, place.start)) - area.clientHeight / 2;
  area.scrollTo({ top, behavior: 'instant' });
  area.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/** Browsers scroll to what somebody selects, not to what a program does: how far down is it, with the lines as they are broken? */
function heightPx(area: HTMLTextAreaElement, text: string): number {
  const ruler = area.cloneNode() as HTMLTextAreaElement;
  ruler.removeAttribute('id');
  ruler.rows = 1;
  ruler.value = text;
  area.after(ruler);
  const { scrollHeight } = ruler;
  ruler.remove();
  return scrollHeight;
}
