/** What the page of the editor holds as JSON, for its program. */
import type { EntryKind } from '../model/place.ts';
import type { SchemaName } from '../schema/schemas.ts';
import type { CmsConfig } from './config/cms-config.ts';
import type { EditorFacts } from './facts.ts';

export interface EditorPageData {
  readonly config: CmsConfig;
  readonly facts: EditorFacts;
  readonly formats: readonly EditorFormat[];
  /** URL of the style sheet of the sites. */
  readonly styleSheet: string;
  /** Lets the page into the endpoint of `npm start`; where the editor saves to a Git service, its author signs in there. */
  readonly token?: string;
}

/** A file format, by the name that collections give it. */
export type EditorFormat = { readonly name: string; readonly extension: string } & (
  | { readonly entry: EntryKind; readonly settings?: never }
  | { readonly entry?: never; readonly settings: SchemaName }
);
