/**
 * A file in three parts, of which only the middle is YAML: what is put together again has every other byte as it was.
 */
export interface Parts {
  /** A BOM, and the dashes that open front matter. */
  readonly before: string;
  /** With LF line ends. */
  readonly yaml: string;
  /** From the dashes that close front matter. */
  readonly after: string;
  readonly lineEnd: string;
}

/** Whether fields stand between dashes above a text, or are the whole file. */
export type FieldsHolder = 'front-matter' | 'file';

/** @param source a file with sound fields, with whatever line ends it has */
export function splitSource(source: string, holder: FieldsHolder): Parts {
  const start = holder === 'file' ? /^\uFEFF?/ : /^\uFEFF?---(?:\r\n|\r|\n)/;
  const before = start.exec(source)?.[0];
  if (before === undefined) throw new TypeError('the front matter is not opened');
  const rest = source.slice(before.length);
  const length = holder === 'file' ? rest.length : rest.search(/(?<=^|\r\n?|\n)---(?:[\r\n]|$)/);
  if (length === -1) throw new TypeError('the front matter is not closed');
  const lineEnd = /\r\n|\r|\n/.exec(source)?.[0] ?? '\n';
  const yaml = rest.slice(0, length).replace(/\r\n?/g, '\n');
  return { before, yaml, after: rest.slice(length), lineEnd };
}

/** @param yaml with LF line ends */
export const joinParts = ({ before, after, lineEnd }: Parts, yaml: string): string =>
  before + (lineEnd === '\n' ? yaml : yaml.replaceAll('\n', lineEnd)) + after;
