import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import type { Placed } from '../placed.ts';

/** Returns the ways to hand a page on: hidden until `share.client.ts` has made them work. */
export function share({ chrome: { t } }: Placed): SafeHtml {
  return html`<div class="share noprint" id="share" hidden data-copied="${t('The link is copied: paste it into a message.')}">
<button class="btn quiet" type="button">${t('Share')}</button><button class="btn quiet" type="button">${t('Print')}</button>
<p class="meta" role="status"></p></div>`;
}
