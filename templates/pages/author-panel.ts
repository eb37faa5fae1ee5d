/**
 * What the preview tells an author of the page before her. English; never published.
 */
import { html, type SafeHtml } from '../html.ts';

export interface PanelFacts {
  /** What a phone loads before anything is tapped. */
  readonly weight: {
    /** Of the page itself, compressed. */
    readonly pageBytes: number;
    readonly budgetBytes: number;
    readonly allBytes: number;
    /** Beside the page. */
    readonly heaviest?: { readonly name: string; readonly bytes: number };
  };
  readonly readingMinutes: number;
  readonly errors: number;
  readonly warnings: number;
  /** Of a page that somebody wrote. */
  readonly text?: TextFacts;
}

export interface TextFacts {
  /** As the author would type its path. */
  readonly file: string;
  /** The text in the editor of the preview. */
  readonly editorUrl?: string;
  /** There, what the country says otherwise, where that is a text of its own. */
  readonly changesUrl?: string;
  /** A link that opens the file in a program for files. */
  readonly fileUrl: string;
  readonly languages: readonly LanguageFacts[];
  readonly countries: readonly CountryFacts[];
}

export interface LanguageFacts {
  readonly name: string;
  readonly path: string;
  readonly isHere: boolean;
  /** `original`, `reviewed translation`, `out of date` … */
  readonly state: string;
  readonly needsCare: boolean;
}

export interface CountryFacts {
  readonly name: string;
  /** Where the page is there; nothing where the country leaves it out. */
  readonly path?: string;
  /** `as all have it`, `with changes of its own` … */
  readonly form: string;
}

/** DESIGN § 7. */
const linesKbps = { '2G': 150, '3G': 700 } as const;

export function renderAuthorPanel(facts: PanelFacts): string {
  const { weight, readingMinutes, errors, warnings, text } = facts;
  const left = weight.budgetBytes - weight.pageBytes;
  const faults = errors + warnings;
  return html`${
    text?.editorUrl !== undefined &&
    html`<a class="edit" href="${text.editorUrl}">Edit</a>
`
  }<details class="panel"><summary>${kilobytes(weight.allBytes)} · ${seconds(weight.allBytes, '2G')} on 2G${
    faults > 0 && html` · <span class="warn">${count(faults)}</span>`
  }</summary><div>
<h2>Weight</h2>
<dl>
<dt>Page</dt><dd>${kilobytes(weight.pageBytes)}, ${
    left >= 0
      ? html`${kilobytes(left)} left of its budget`
      : html`<span class="warn">${kilobytes(-left)} too much</span>`
  }</dd>
${
  weight.heaviest !== undefined &&
  html`<dt>Heaviest</dt><dd>${weight.heaviest.name}, ${kilobytes(weight.heaviest.bytes)}</dd>
`
}<dt>All</dt><dd>${kilobytes(weight.allBytes)}: ${seconds(weight.allBytes, '2G')} on 2G, ${seconds(weight.allBytes, '3G')} on 3G</dd>
<dt>Reading</dt><dd>about ${readingMinutes} min</dd>
</dl>
${
  faults > 0 &&
  html`<p class="warn">${count(faults)} in this text${errors > 0 && html`, <a href="/_preview/faults">shown here</a>`}</p>
`
}${text !== undefined && textFacts(text)}</div></details>`.toString();
}

const textFacts = ({ file, changesUrl, fileUrl, languages, countries }: TextFacts): SafeHtml =>
  html`<h2>Text</h2>
<p><code>${file}</code></p>
<p><a href="${fileUrl}">Open in VS Code</a></p>
${
  changesUrl !== undefined &&
  html`<p><a href="${changesUrl}">Edit what this country changes of it</a></p>
`
}
<h2>Languages</h2>
<ul>${languages.map(
    ({ name, path, isHere, state, needsCare }) =>
      html`<li>${isHere ? html`<strong>${name}</strong>` : html`<a href="${path}">${name}</a>`}: ${
        needsCare ? html`<span class="warn">${state}</span>` : state
      }</li>
`,
  )}</ul>
<h2>Countries</h2>
<ul>${countries.map(
    ({ name, path, form }) =>
      html`<li>${path === undefined ? name : html`<a href="${path}">${name}</a>`}: ${form}</li>
`,
  )}</ul>
`;

const count = (faults: number): string => `${faults} ${faults === 1 ? 'fault' : 'faults'}`;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function seconds(bytes: number, line: keyof typeof linesKbps): string {
  const time = (bytes * 8) / 1000 / linesKbps[line];
  return time < 10 ? `${time.toFixed(1)} s` : `${Math.round(time)} s`;
}
