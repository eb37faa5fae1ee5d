/**
 * Returns a copy of a stretch of an author's text. V8 keeps a whole text in memory for as long as one heading is a slice of it, and
 * headings and links are kept of all texts: of 11,652 texts that was 80 MB.
 */
export const detached = (text: string): string => ` ${text}`.slice(1);
