/**
 * What scripts ask the page that they stand in.
 */
import { splitWords, type Words } from '../words.ts';

/** Content id, kind and country of the page. */
export const main = document.querySelector('main') as HTMLElement;

export const site = main.dataset.site ?? '';

/** The element that a script was loaded by, for its data. */
export const scriptData = (url: string): DOMStringMap =>
  [...document.scripts].find(({ src }) => src === url)?.dataset ?? {};

/** @param url of the script that asks */
export const wordsOf = <Names extends readonly string[]>(url: string, names: Names): Words<Names> =>
  splitWords(names, scriptData(url).words ?? '');

/** Makes an element; what it holds is text or nodes, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

/** Words of the interface: a quiz may be in a language that stands in for the one of the page (WCAG 2.2, 3.1.2). */
export const inPageLanguage = { lang: document.documentElement.lang };

/** Through the object model: a policy against inline styles does not forbid it (CSP 3, § 6.1.14). */
export function addRules(rules: string): void {
  const [sheet] = document.styleSheets;
  sheet?.insertRule(`@media all{${rules}}`, sheet.cssRules.length);
}
