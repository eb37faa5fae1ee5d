/**
 * `xml` tagged templates: text that is put in is escaped, markup that a template made is not.
 */
import { html, type Insertable, type SafeHtml } from '../../../templates/html.ts';

/** Makes markup as {@link html} does, without the characters that XML 1.0 does not know even as references (2.2, Char). */
export const xml = (strings: TemplateStringsArray, ...values: readonly Insertable[]): SafeHtml =>
  html(strings, ...values.map(withoutControls));

/** Returns a document with its declaration. */
export const xmlDocument = (root: SafeHtml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;

const withoutControls = (value: Insertable): Insertable =>
  typeof value === 'string' ? value.replace(unknownToXml, '') : value;

const unknownToXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
