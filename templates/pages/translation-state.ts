/**
 * The state of the translations in the preview: one page with the totals of all countries, and one for each of them with every text
 * in every language. English, for authors; never published.
 */
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { workshopPage } from '../layouts/workshop.ts';

/** What can be said of a text, by a sign and in words. */
export interface StateSign {
  readonly sign: string;
  /** In a word or two. */
  readonly name: string;
  readonly meaning: string;
}

export interface CountryTotals {
  readonly code: string;
  readonly name: string;
  /** Of the page with its texts. */
  readonly path: string;
  readonly texts: number;
  readonly languages: readonly (LanguageName & {
    /** Texts that are written in the language and published. */
    readonly own: number;
    /** One for each sign of the page. */
    readonly counts: readonly number[];
  })[];
}

export interface LanguageName {
  /** `sr-Cyrl` */
  readonly tag: string;
  /** Its name in itself. */
  readonly autonym: string;
  readonly htmlLang: string;
}

export interface CountryTexts {
  readonly name: string;
  /** Of the page with the totals. */
  readonly totalsPath: string;
  readonly languages: readonly LanguageName[];
  readonly entries: readonly {
    readonly title: string;
    readonly htmlLang: string;
    /** `/courses/play/` */
    readonly target: string;
    /** One for each language. */
    readonly cells: readonly TextState[];
  }[];
}

export interface TextState {
  /** Of its page. */
  readonly path: string;
  /** Without any, all is well. */
  readonly signs: readonly StateSign[];
}

/** Returns the page with the totals; its tables have columns for these signs alone. */
export const renderTotals = (countries: readonly CountryTotals[], signs: readonly StateSign[]): string =>
  workshopPage(
    'State of the translations',
    html`<p class="lead">How many texts each national site has in each language, and how many need a look. Drafts do not count as texts of the language.</p>
${legend(signs)}${countries.map((country) => totals(country, signs))}<p><a class="crumb" href="/">National sites</a></p>`,
  );

const totals = (
  { code, name, path, texts, languages }: CountryTotals,
  signs: readonly StateSign[],
): SafeHtml =>
  html`<h2 id="${code}"><a href="${path}">${name}</a></h2>
${table(
  code,
  html`<thead><tr><th scope="col">Language</th><th scope="col">own of ${texts}</th>${signs.map(
    ({ sign, name }) => html`<th scope="col">${said(sign, name)}</th>`,
  )}</tr></thead>
<tbody>${languages.map(
    ({ own, counts, ...language }) =>
      html`<tr><th scope="row"><span lang="${language.htmlLang}">${language.autonym}</span> <span class="meta">${language.tag}</span></th><td>${own}</td>${counts.map(
        (count) => html`<td${count > 0 && html` class="care"`}>${count}</td>`,
      )}</tr>
`,
  )}</tbody>`,
)}`;

/** Returns the page of one country. */
export const renderCountryTexts = (
  { name, totalsPath, languages, entries }: CountryTexts,
  allIsWell: StateSign,
  signs: readonly StateSign[],
): string =>
  workshopPage(
    `Translations: ${name}`,
    html`<p><a class="crumb" href="${totalsPath}">State of the translations</a></p>
<p class="lead">Every text in every language. A sign leads to the page that it is about.</p>
${legend([allIsWell, ...signs])}<h2 id="texts">Texts</h2>
${table(
  'texts',
  html`<thead><tr><th scope="col">Text</th>${languages.map(
    ({ tag, autonym, htmlLang }) =>
      html`<th scope="col"><span aria-hidden="true">${tag}</span><span class="said" lang="${htmlLang}">${autonym}</span></th>`,
  )}</tr></thead>
<tbody>${entries.map(
    ({ title, htmlLang, target, cells }) =>
      html`<tr><th scope="row"><span lang="${htmlLang}">${title}</span> <span class="meta">${target}</span></th>${cells.map(
        (cell) => textState(cell, allIsWell),
      )}</tr>
`,
  )}</tbody>`,
)}`,
  );

function textState({ path, signs }: TextState, allIsWell: StateSign): SafeHtml {
  const shown = signs.length === 0 ? [allIsWell] : signs;
  const words = shown.map(({ name }) => name).join(', ');
  return html`<td${signs.length > 0 && html` class="care"`}><a href="${path}">${said(shown.map(({ sign }) => sign).join(''), words)}</a></td>`;
}

/** A sign for the eye, and words for who hears the page. */
const said = (sign: string, words: string): SafeHtml =>
  html`<span aria-hidden="true">${sign}</span><span class="said">${words}</span>`;

/** On a narrow screen it scrolls sideways, also by keyboard. */
const table = (heading: string, rows: SafeHtml): SafeHtml =>
  html`<section class="matrix" aria-labelledby="${heading}" tabindex="0"><table>
${rows}
</table></section>
`;

const legend = (signs: readonly StateSign[]): SafeHtml =>
  html`<dl class="signs">${signs.map(
    ({ sign, name, meaning }) => html`<dt>${sign}</dt><dd>${name}: ${meaning}</dd>
`,
  )}</dl>
`;
