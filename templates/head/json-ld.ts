import type { SafeHtml } from '../html.ts';
import { html, trusted } from '../html.ts';

/** A node of a graph; what is `undefined` or an empty list is not written. */
export type Node = { readonly [property: string]: Value };
export type Value = string | number | boolean | undefined | Node | readonly Value[];

/** Returns the nodes in a script element, in the vocabulary of schema.org; several as one graph. */
export function jsonLd(nodes: readonly Node[]): SafeHtml {
  const [only] = nodes;
  const content: Node = nodes.length === 1 && only !== undefined ? only : { '@graph': nodes };
  return html`<script type="application/ld+json">${trusted(scriptSafe({ '@context': 'https://schema.org', ...content }))}</script>\n`;
}

/** JSON in which nothing can end the element or open a comment in it (HTML standard, restrictions for script contents). */
const scriptSafe = (node: Node): string =>
  JSON.stringify(node, (_, value: Value) =>
    Array.isArray(value) && value.length === 0 ? undefined : value,
  ).replaceAll('<', '\\u003c');

/** ISO 8601, as `timeRequired` and `courseWorkload` want it: `PT1H10M`. */
export function isoDuration(totalMinutes: number): string {
  const hours = Math.floor(totalMinutes / 60);
  const minutes = totalMinutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 || hours === 0 ? `${minutes}M` : ''}`;
}

/** Years, as `typicalAgeRange` wants them: `3-6`, `2.5-6`. */
export const isoAges = ({ fromMonths, toMonths }: { fromMonths: number; toMonths: number }): string =>
  `${Math.round(fromMonths / 1.2) / 10}-${Math.round(toMonths / 1.2) / 10}`;

/** The address of a Creative Commons licence; any other licence by its name. */
export function licenceUrl(licence: string): string {
  const [, kind, version] = /^CC (BY(?:-[A-Z]{2})*) (\d\.\d)$/.exec(licence) ?? [];
  return kind === undefined
    ? licence
    : `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
}
