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

/** Says something to screen readers, too; the same words twice are said twice. */
export function say(status: HTMLElement, text: string): void {
  status.textContent = '';
  requestAnimationFrame(() => {
    status.textContent = text;
  });
}
