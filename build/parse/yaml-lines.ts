import type { YAMLError } from 'yaml';
import type { Finding } from './yaml-finding.ts';
import {
  firstContent,
  indentOf,
  lineAt,
  lineStart,
  quote,
  quotedHint,
  shown,
  tightField,
  written,
} from './yaml-text.ts';

/** Faults that the look of the line explains better than the parser. */
export function explainLine(problem: YAMLError, text: string, at: number): Finding {
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

/** The parser's own sentence, without the position that we state ourselves. */
export const plainMessage = (error: YAMLError): string =>
  (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
