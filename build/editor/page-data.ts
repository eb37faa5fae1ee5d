/** What the page of the editor holds as JSON, for its program. */
import type { CmsConfig, EditorFormat } from './config/editor-config.ts';
import type { EditorFacts } from './facts.ts';

export interface EditorPageData {
  readonly config: CmsConfig;
  readonly facts: EditorFacts;
  readonly formats: readonly EditorFormat[];
  /** URL of the style sheet of the sites. */
  readonly styleSheet: string;
  /** Of a preview, below which the national sites lie. */
  readonly previewUrl?: string;
  /** Lets the page into the endpoint of `npm start`; where the editor saves to a Git service, its author signs in there. */
  readonly token?: string;
}
