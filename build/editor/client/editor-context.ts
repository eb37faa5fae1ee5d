import type { EditorFacts } from '../facts.ts';
import type { EntryCollection } from './entry-form.ts';

/** What all parts of the program know. */
export interface EditorContext {
  readonly facts: EditorFacts;
  /** Of a preview, below which the national sites lie. */
  readonly previewUrl?: string | undefined;
  /** By their names. */
  readonly collections: ReadonlyMap<string, EntryCollection>;
}
