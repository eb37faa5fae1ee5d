/**
 * `html` tagged templates: text that is put in is escaped, HTML that a template made is not.
 */

declare const safe: unique symbol;

/** Markup that may stand in a page as it is. Made by {@link html} and, for text proven safe elsewhere, by {@link trusted}. */
export interface SafeHtml {
  readonly [safe]: true;
  toString(): string;
}

class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template takes: text (escaped), markup, nothing (`null`, `undefined`, `false`), or lists of these. */
export type Insertable = SafeHtml | string | number | null | undefined | false | readonly Insertable[];

/**
 * Makes markup from a template; each inserted text is escaped for element content and quoted attributes alike.
 *
 * @example html`<a href="${path}">${title}</a>`
 */
export function html(strings: TemplateStringsArray, ...values: readonly Insertable[]): SafeHtml {
  let text = strings[0] ?? '';
  // By number: an iterator over pairs takes half as long again, and every element of every page comes by.
  for (let index = 0; index < values.length; index++) text += render(values[index]) + strings[index + 1];
  return trusted(text);
}

/** Declares a text to be safe markup. Only for what our own renderers made: never for what an author wrote. */
export const trusted = (text: string): SafeHtml => new Markup(text) as unknown as SafeHtml;

/** Escapes a text for element content and for attributes in either kind of quotes. */
export const escapeHtml = (text: string): string =>
  needsEscape.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? character) : text;

const needsEscape = /[&<>"']/;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(value: Insertable): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    let text = '';
    for (const item of value as readonly Insertable[]) text += render(item);
    return text;
  }
  return (value as SafeHtml).toString();
}
