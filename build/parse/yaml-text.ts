/**
 * Lines of YAML as text: where they are, and how they would be right.
 */

/** The line with its value in quotes, or how that looks. */
export function quotedHint(line: string): string {
  const [, field, value] = /^\s*(?:- )?\s*([^\s:"'#[{][^:]*):\s+(\S.*?)\s*$/.exec(line) ?? [];
  if (field !== undefined && value !== undefined) return written(`${field}: ${quote(value)}`);
  const [, item] = /^\s*- +(\S.*?)\s*$/.exec(line) ?? [];
  return item === undefined ? anyQuotes : written(`- ${quote(item)}`);
}

export const anyQuotes = 'put the value in quotes: name: "value"';

/** A long line would drown the report. */
export const written = (line: string): string => (line.length > 200 ? anyQuotes : `write ${line}`);

/** A value in the marks that leave it most readable. */
export function quote(value: string): string {
  const [, mark, inner = ''] = /^(["'])(.*)\1$/.exec(value) ?? [];
  // "It is "good"" and 'It's' lose their own marks; "one" and "two" are words of the text.
  const isWhole = mark !== undefined && inner.charAt(inner.indexOf(mark) + 1) !== ' ';
  const text = isWhole ? inner : value;
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

export function lineAt(text: string, index: number): string {
  const start = lineStart(text, index);
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}

export const lineStart = (text: string, index: number): number =>
  index === 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1;

export const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** The first line that is neither empty nor a comment. */
export function firstContent(text: string): { readonly start: number; readonly indent: number } {
  const found = /^( *)[^\s#]/m.exec(text);
  return { start: found?.index ?? 0, indent: found?.[1]?.length ?? 0 };
}

export const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** `title:Bag` */
export function tightField(line: string): { readonly message: string; readonly hint: string } | undefined {
  const [, name, value] = /^\s*(?:- )?\s*([\p{L}_][\p{L}\p{N}_-]*):(?=\S)(.+?)\s*$/u.exec(line) ?? [];
  if (name === undefined || value === undefined || /^https?$/.test(name)) return undefined;
  return {
    message: `a space is missing after the colon of "${shown(name)}"`,
    hint: written(`${name}: ${value}`),
  };
}
