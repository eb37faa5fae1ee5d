/**
 * Texts of files as they may be shown in a terminal or in the log of a service.
 */

/**
 * Control characters would play with the terminal of whoever reads the report; marks of direction (Unicode 16, 23.2) would show
 * a line in another order than it has. Each becomes one U+FFFD, so that columns stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const harmful = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A line of a file; a tab becomes a space. */
export const printableLine = (text: string): string => text.replaceAll('\t', ' ').replace(harmful, '\uFFFD');

/** A sentence, on one line. */
export const printable = (text: string): string => printableLine(text.replace(/\r?\n/g, ' '));

/** Several lines, each for itself. */
export const printableLines = (text: string): string => text.split('\n').map(printableLine).join('\n');

/** JSON with every harmful character as an escape, which its readers undo. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(harmful, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
