/**
 * The page at `/` of the development server. English, for authors and developers; never published.
 */
import { html } from '../html.ts';
import { workshopPage } from '../layouts/workshop.ts';

/** Of the editor; countries have theirs below it. */
const editorPath = '/admin/';

/** A national site as the development server serves it. */
export interface Edition {
  /** `kg` */
  readonly code: string;
  readonly name: string;
  /** Where it is served: `/kg/`. */
  readonly path: string;
  /** Names of its languages in themselves. */
  readonly languages: readonly string[];
}

/** Returns the list of the national sites. */
export const renderEditions = (editions: readonly Edition[]): string =>
  workshopPage(
    'National sites',
    html`<p class="lead">Learning Passport, as it looks on this computer right now.</p>
${
  editions.length > 0
    ? html`<ul class="cards">${editions.map(
        ({ code, name, path, languages }) =>
          html`<li class="card"><div><p class="k">${code}</p><h2><a href="${path}">${name}</a></h2><p class="meta">${languages.join(' · ')}</p><p><a class="crumb" href="${editorPath}${code}/">Edit what ${name} has of its own</a></p></div></li>
`,
      )}</ul>`
    : html`<p>There is no country yet: <code>content/countries/&lt;code&gt;/country.yml</code> makes the first one.</p>`
}
<p><a class="crumb" href="${editorPath}">Edit what all countries share</a></p>
<p><a class="crumb" href="/_preview/status">State of the translations</a></p>
<p><a class="crumb" href="/gallery/">Gallery of components</a></p>
<p>Texts are files in the folder <code>content/</code>; <code>content/README.md</code> is the guide. Save one, and the pages load anew.</p>`,
  );

/** Returns what stands in place of a page until the first build has ended. */
export const renderBuilding = (): string =>
  workshopPage(
    'The sites are being built …',
    html`<p class="lead">This takes a few seconds; then this page loads anew by itself.</p>`,
  );
