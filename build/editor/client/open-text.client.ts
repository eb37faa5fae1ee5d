import type { EditorContext } from './editor-context.ts';
import type { OpenText } from './entry-form.ts';
import { openEntry } from './open-entry.ts';
import { localeOf } from './pane.client.ts';
import type { ControlProps } from './react.client.ts';

/** The entry that a control stands in, and the language of its form; nothing in a form that is none of ours. */
export function openText(
  { entry: map, forID }: ControlProps,
  { collections }: EditorContext,
): OpenText | undefined {
  const locale = localeOf(forID);
  const entry = map && locale && openEntry(map, locale, collections);
  return entry && locale && { entry, locale };
}
