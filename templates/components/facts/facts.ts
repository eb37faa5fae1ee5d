import type { Insertable, SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import type { Term } from '../../model/page.ts';
import { betweenFacts } from '../../unbroken.ts';

/** A label and its value, and whether paper does without them; rows without a value are left out. */
export type Fact = readonly [label: string, value: Insertable, paper?: 'off paper'];

/** Returns short facts as a list of terms; nothing when no row has a value. */
export function facts(rows: readonly Fact[]): SafeHtml | false {
  const known = rows.filter(([, value]) => value !== undefined && value !== false && value !== '');
  return (
    known.length > 0 &&
    html`<dl class="facts">${known.map(([label, value, paper]) => {
      const left = paper && html` class="noprint"`;
      return html`<dt${left}>${label}</dt><dd${left}>${value}</dd>`;
    })}</dl>`
  );
}

/** Labels of taxonomy terms as the value of a fact. */
export const termList = (terms: readonly Pick<Term, 'label'>[]): string =>
  terms.map(({ label }) => label).join(betweenFacts);

/** Alignments with curricula as the value of a fact: one line for each, with all its goals. */
export const alignmentList = (
  alignments: readonly { readonly framework: string; readonly label: string }[],
): Insertable =>
  alignments.length > 0 &&
  [...Map.groupBy(alignments, ({ framework }) => framework)].map(
    ([framework, goals], index) => html`${index > 0 && html`<br>`}${framework}: ${termList(goals)}`,
  );
