/** What the scripts of a page have in common. */

/** @throws TypeError where template and script have gone different ways */
export function element<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (found === null) throw new TypeError(`there is no ${selector} in the page`);
  return found;
}

/** A text with its gaps filled in. */
export const filled = (text: string | undefined, values: Readonly<Record<string, string | number>>): string =>
  (text ?? '').replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));

/** Code of the country, under which the device keeps things. */
export const siteOfPage = (): string => element('main').dataset.site ?? '';

/** Shows the words of one element in another, in their language; an empty `lang` would say that nobody knows it. */
export function showWordsOf(from: HTMLElement, to: HTMLElement): void {
  to.textContent = from.textContent;
  if (from.lang === '') to.removeAttribute('lang');
  else to.lang = from.lang;
}

/** Says something to screen readers, too; the same words twice are said twice. */
export function say(status: HTMLElement, text: string): void {
  status.textContent = '';
  requestAnimationFrame(() => {
    status.textContent = text;
    // What was pressed may be far below.
    status.scrollIntoView({ block: 'nearest' });
  });
}
