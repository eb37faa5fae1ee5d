/**
 * The page at `/` of the development server. English, for authors and developers; never published.
 */

import { policyMeta } from '../head/content-security-policy.ts';
import type { SafeHtml } from '../html.ts';
import { html, trusted } from '../html.ts';
import { styleSheets } from '../styles/stylesheet.ts';

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
          html`<li class="card"><div><p class="k">${code}</p><h2><a href="${path}">${name}</a></h2><p class="meta">${languages.join(' · ')}</p></div></li>
`,
      )}</ul>`
    : html`<p>There is no country yet: <code>content/countries/&lt;code&gt;/country.yml</code> makes the first one.</p>`
}
<p>Texts are files in the folder <code>content/</code>; <code>content/README.md</code> is the guide. Save one, and the pages load anew.</p>`,
  );

/** Returns what stands in place of a page until the first build has ended. */
export const renderBuilding = (): string =>
  workshopPage(
    'The sites are being built …',
    html`<p class="lead">This takes a few seconds; then this page loads anew by itself.</p>`,
  );

/** Returns a page of the development server around its content. */
export function workshopPage(title: string, content: SafeHtml): string {
  const body = html`<body>
<div class="hem"></div>
<main id="main" class="wrap"><h1>${title}</h1>
${content}
</main>
</body>`;
  const sheet = styleSheets({ accent: '#0e7c86' })(body.toString());
  const policy = policyMeta({ markup: [body.toString()], sheetSha256: sheet.sha256 });
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
${policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} — Learning Passport</title>
<style>${trusted(sheet.css)}</style>
</head>
${body}
</html>
`.toString();
}
