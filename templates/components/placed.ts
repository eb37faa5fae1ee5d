import type { LinkOrigin } from '../link.ts';
import type { Chrome } from '../model/page.ts';

/** What a component has to know of the page that it stands in. Every page is one. */
export interface Placed extends LinkOrigin {
  readonly chrome: Chrome;
}
