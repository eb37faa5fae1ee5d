/**
 * What the development server shows while the content has faults. English, for authors and developers; never published.
 */
import { html } from '../html.ts';
import { workshopPage } from '../layouts/workshop.ts';

/** Returns a page around a report of faults, as `npm run check` prints it (plain text). */
export const renderFaults = (report: string): string =>
  workshopPage(
    'Something in the texts needs a look',
    html`<p class="lead">Nothing is lost, and the site of before is still there. Each fault below says where it is and what helps; this page reloads when a file is saved.</p>
<pre tabindex="0" aria-label="Faults">${report}</pre>`,
  );
