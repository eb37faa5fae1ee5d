/**
 * Says in an author's words what the YAML parser found, with the corrected line where it can be known.
 */
import {
  isCollection,
  isScalar,
  type ParsedNode,
  visit,
  type YAMLError,
  type Document as YamlDocument,
} from 'yaml';

export interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
}

type Parsed = YamlDocument.Parsed<ParsedNode>;

/**
 * One explanation for each faulty line. What the parser says after a fault that it could not get over only repeats that one, and is
 * left out.
 */
export function explainYamlErrors(document: Parsed, text: string): Explanation[] {
  const problems = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  const explanations: Explanation[] = [];
  let endOfLast = -1;
  for (const problem of problems) {
    if (problem.pos[0] < endOfLast) continue;
    const { isLast = false, ...explanation } = explain(problem, document, text);
    explanations.push(explanation);
    if (isLast || explanations.length === mostPerFile) break;
    const end = text.indexOf('\n', problem.pos[0]);
    endOfLast = end === -1 ? text.length + 1 : end;
  }
  return explanations;
}

/** More would only repeat one misunderstanding. */
export const mostPerFile = 20;

/** `isLast`: the parser has lost its way. */
type Finding = Explanation & { readonly isLast?: boolean };

function explain(problem: YAMLError, document: Parsed, text: string): Finding {
  const at = Math.min(problem.pos[0], text.length);
  const line = lineAt(text, at);
  const start = lineStart(text, at);
  const end = start + line.trimEnd().length;
  const wholeLine = { from: start + line.length - line.trimStart().length, to: end };
  const here = { from: at, to: Math.max(at, Math.min(problem.pos[1], end)) };
  const percent = /^%.*$/m.exec(text);
  if (/irective/.test(problem.message) && percent !== null) {
    return {
      code: 'percent',
      message: 'a line begins with "%", which has a meaning of its own here',
      hint: 'remove the line',
      from: percent.index,
      to: percent.index + percent[0].length,
      isLast: true,
    };
  }
  switch (problem.code) {
    case 'TAB_AS_INDENT':
      return {
        code: 'tab',
        message: 'a tab stands where only spaces may',
        hint: 'replace the tab by two spaces',
        ...here,
      };
    case 'TAG_RESOLVE_FAILED':
      return {
        code: 'tag',
        message: 'a value begins with "!", which has a meaning of its own here',
        hint: quotedHint(line),
        ...here,
      };
    case 'BAD_ALIAS':
      return {
        code: 'alias',
        message: 'a value begins with "*" or "&", which have a meaning of their own here',
        hint: quotedHint(line),
        ...here,
      };
    case 'MULTIPLE_DOCS':
      return {
        code: 'divided',
        message: 'a line "---" or "..." divides the fields into two parts',
        hint: 'remove the line; the fields of a file are one part',
        ...wholeLine,
        isLast: true,
      };
    case 'BAD_DQ_ESCAPE':
      return {
        code: 'backslash',
        message: `"${text.slice(at, at + 2)}" has no meaning between quotation marks`,
        hint: 'write \\\\ for a backslash, or put the value in single quotes',
        from: at,
        to: at + 2,
      };
    case 'BAD_INDENT':
      if (/^Flow/.test(problem.message)) return unclosedBracket(document, at, text);
      return {
        code: 'indent',
        message: 'the line is not indented like its neighbours',
        hint: 'begin each field of one level in the same column',
        ...wholeLine,
      };
    case 'MISSING_CHAR':
      if (/closing ["']/.test(problem.message)) return unclosedQuote(document, at, text);
      return explainLine(problem, text, at);
    case 'BLOCK_IN_FLOW':
      return {
        code: 'quotes',
        message: 'a value between brackets holds a colon and a space and needs quotes',
        hint: 'write ["first: part", second]',
        ...here,
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
    case 'BAD_SCALAR_START':
      return explainLine(problem, text, at);
    default:
      return { code: 'yaml', message: plainMessage(problem), hint: anyQuotes, ...here, isLast: true };
  }
}

/** Faults that the look of the line explains better than the parser. */
function explainLine(problem: YAMLError, text: string, at: number): Finding {
  const line = lineAt(text, at);
  const start = lineStart(text, at);
  const whole = { from: start + line.length - line.trimStart().length, to: start + line.trimEnd().length };
  const rest = (value: string): { from: number; to: number } => ({
    from: start + line.trimEnd().length - value.length,
    to: whole.to,
  });
  const tab = line.indexOf('\t');
  if (tab >= 0 && line.slice(0, tab).trim() === '')
    return {
      code: 'tab',
      message: 'a tab stands where only spaces may',
      hint: 'replace the tab by spaces',
      from: start + tab,
      to: start + tab + 1,
    };

  const first = firstContent(text);
  if (first.indent > 0 && !/^\s/.test(line) && start > first.start) {
    return {
      code: 'indent',
      message: 'spaces stand before the first field',
      hint: 'delete the spaces at the beginning of the line',
      from: first.start,
      to: first.start + first.indent,
      isLast: true,
    };
  }
  const field = /^(\s*(?:- )?\s*)([^\s:"'#[{][^:]*):[ \t]+(\S.*?)\s*$/.exec(line);
  const value = field?.[3] ?? '';
  const reason = reasonForQuotes(value);
  if (field !== null && reason !== undefined) {
    const key = field[2]?.trim() ?? '';
    return {
      code: 'quotes',
      message: `the value of "${shown(key)}" ${reason} and needs quotes`,
      hint: /^-\s/.test(value)
        ? `write each item of a list on a line of its own, or ${key}: ${quote(value)}`
        : written(`${key}: ${quote(value)}`),
      ...rest(value),
    };
  }
  const item = /^\s*- +([^\s].*?)\s*$/.exec(line)?.[1] ?? '';
  const itemReason = item === '' ? undefined : reasonForQuotes(item);
  if (itemReason !== undefined)
    return {
      code: 'quotes',
      message: `the item ${itemReason} and needs quotes`,
      hint: written(`- ${quote(item)}`),
      ...rest(item),
    };

  const tight = tightField(line);
  if (tight !== undefined) return { code: 'no-space', ...tight, ...whole };
  if (/^\s*-(\s|$)/.test(line))
    return {
      code: 'indent',
      message: 'an item of a list stands where a field is expected',
      hint: 'write the name of the field on the line above, and indent all its items alike',
      ...whole,
      isLast: true,
    };
  const next = lineAt(text, Math.min(text.length, start + line.length + 1));
  if (problem.code === 'BLOCK_AS_IMPLICIT_KEY' && field !== null && indentOf(next) > indentOf(line)) {
    const from = start + line.length + 1;
    return {
      code: 'indent',
      message: 'the line is indented, but the field above already has a value',
      hint: 'begin each field of one level in the same column',
      from,
      to: from + next.trimEnd().length,
      isLast: true,
    };
  }
  if (!/:(\s|$)/.test(line))
    return {
      code: 'no-colon',
      message: `"${shown(line.trim())}" is no field: a colon and a space are missing`,
      hint: 'write fields as "name: value"',
      ...whole,
    };
  return {
    code: 'yaml',
    message: plainMessage(problem),
    hint: quotedHint(line),
    from: at,
    to: Math.max(at, Math.min(problem.pos[1], whole.to)),
    isLast: true,
  };
}

/** `title:Bag` */
export function tightField(line: string): { readonly message: string; readonly hint: string } | undefined {
  const [, name, value] = /^\s*(?:- )?\s*([\p{L}_][\p{L}\p{N}_-]*):(?=\S)(.+?)\s*$/u.exec(line) ?? [];
  if (name === undefined || value === undefined || /^https?$/.test(name)) return undefined;
  return {
    message: `a space is missing after the colon of "${shown(name)}"`,
    hint: written(`${name}: ${value}`),
  };
}

/** Why a value cannot stand without quotes, or with those that it has. */
function reasonForQuotes(value: string): string | undefined {
  const [first = ''] = value;
  if (/^[@`%,\]}]|^[-?:](\s|$)/.test(value)) return `begins with "${first}"`;
  if (/^(["'])(?:(?!\1).)*\1\s*\S/.test(value)) return `goes on behind the closing quotation mark`;
  if (/^(\[[^\]]*\]|\{[^}]*\})\s*[^\s#]/.test(value)) return `goes on behind the closing bracket`;
  if (/^["'[{|>]/.test(value)) return undefined;
  if (/: /.test(value)) return 'holds a colon and a space';
  return /:$/.test(value) ? 'ends with a colon' : undefined;
}

function unclosedQuote(document: Parsed, at: number, text: string): Finding {
  let from = at;
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && node.type?.startsWith('QUOTE') && node.range && node.range[0] < at)
        from = node.range[0];
    },
  });
  const line = lineAt(text, from);
  const [, name, value] = /^\s*(?:- )?\s*([^:"']+): *(["'].*?)\s*$/.exec(line) ?? [];
  const hint =
    name === undefined || value === undefined || /["']/.test(value.slice(1))
      ? 'write the same mark at the end; inside "…" write \\" for a quotation mark'
      : written(`${name}: ${quote(value.slice(1))}`);
  return {
    code: 'quotes',
    message: 'a quotation mark is opened and not closed',
    hint,
    from,
    to: lineStart(text, from) + line.trimEnd().length,
    isLast: true,
  };
}

function unclosedBracket(document: Parsed, at: number, text: string): Finding {
  let from = at;
  visit(document, {
    Collection(_, node) {
      if (isCollection(node) && node.flow && node.range && node.range[0] < at) from = node.range[0];
    },
  });
  const closing = text[from] === '{' ? '}' : ']';
  return {
    code: 'bracket',
    message: `a bracket "${text[from] ?? '['}" is opened and not closed`,
    hint: `write ${closing} where it ends; if the bracket is meant, put the value in quotes`,
    from,
    to: from + 1,
    isLast: true,
  };
}

/** The line with its value in quotes, or how that looks. */
export function quotedHint(line: string): string {
  const [, field, value] = /^\s*(?:- )?\s*([^\s:"'#[{][^:]*):\s+(\S.*?)\s*$/.exec(line) ?? [];
  if (field !== undefined && value !== undefined) return written(`${field}: ${quote(value)}`);
  const [, item] = /^\s*- +(\S.*?)\s*$/.exec(line) ?? [];
  return item === undefined ? anyQuotes : written(`- ${quote(item)}`);
}

const anyQuotes = 'put the value in quotes: name: "value"';

/** A long line would drown the report. */
const written = (line: string): string => (line.length > 200 ? anyQuotes : `write ${line}`);

/** A value in the marks that leave it most readable. */
function quote(value: string): string {
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

const lineStart = (text: string, index: number): number =>
  index === 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1;

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** The first line that is neither empty nor a comment. */
function firstContent(text: string): { readonly start: number; readonly indent: number } {
  const found = /^( *)[^\s#]/m.exec(text);
  return { start: found?.index ?? 0, indent: found?.[1]?.length ?? 0 };
}

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The parser's own sentence, without the position that we state ourselves. */
const plainMessage = (error: YAMLError): string =>
  (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
