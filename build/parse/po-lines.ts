/**
 * Where things stand in a `.po` file, which gettext-parser does not tell.
 */

export interface PoEntry {
  /** Context and msgid, as catalogues key them. */
  readonly key: string;
  /** From 1: the line of its msgid. */
  readonly line: number;
}

export interface PoLines {
  readonly entries: readonly PoEntry[];
  /** Lines that are none of the format, from 1. */
  readonly strange: readonly number[];
}

const keyword = /^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+("(?:[^"\\]|\\.)*")\s*$/;
const continued = /^"(?:[^"\\]|\\.)*"\s*$/;

export function scanPo(text: string): PoLines {
  const entries: PoEntry[] = [];
  const strange: number[] = [];
  let [context, id, idLine, field] = ['', '', 0, ''];
  const finish = (): void => {
    if (idLine > 0) entries.push({ key: context === '' ? id : `${context}\u0004${id}`, line: idLine });
    [context, id, idLine] = ['', '', 0];
  };
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.trim();
    const [, name, quoted] = keyword.exec(line) ?? [];
    const value = quoted ?? (continued.test(line) && field !== '' ? line : undefined);
    if (line === '' || line.startsWith('#')) field = '';
    else if (value === undefined) strange.push(index + 1);
    else {
      if ((name === 'msgctxt' || name === 'msgid') && field !== 'msgctxt') finish();
      if (name === 'msgid') idLine = index + 1;
      field = name ?? field;
      if (field === 'msgctxt') context += unquote(value);
      if (field === 'msgid') id += unquote(value);
    }
  }
  finish();
  return { entries, strange };
}

const unquote = (quoted: string): string =>
  quoted
    .slice(1, -1)
    .replace(/\\(.)/g, (_, letter: string) => ({ n: '\n', t: '\t', r: '\r' })[letter] ?? letter);
