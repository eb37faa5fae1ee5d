import type { YAMLError } from 'yaml';

export interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** Says in an author's words what the YAML parser found, with the corrected line where it can be known. */
export function explainYamlError(error: YAMLError, text: string): Explanation {
  const line = lineAt(text, error.pos[0]);
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return { code: 'duplicate-key', message: `the field "${keyOn(line)}" is written twice`, hint: 'keep one of the two' };
    case 'TAB_AS_INDENT':
      return { code: 'tab', message: 'a tab stands where only spaces may', hint: 'replace the tab by two spaces' };
    case 'TAG_RESOLVE_FAILED':
      return { code: 'tag', message: 'a value begins with "!", which has a meaning of its own here', hint: 'put the value in quotes' };
    case 'BAD_ALIAS':
      return { code: 'alias', message: 'a value begins with "*" or "&", which have a meaning of their own here', hint: 'put the value in quotes' };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
    case 'BAD_SCALAR_START':
      return explainScalar(error, line);
    case 'BAD_INDENT':
      return { code: 'indent', message: 'the line is not indented like its neighbours', hint: 'begin each field of one level in the same column' };
    default:
      return { code: 'yaml', message: plainMessage(error), hint: 'compare the line with the examples in content/README.md' };
  }
}

function explainScalar(error: YAMLError, line: string): Explanation {
  if (line.includes('\t')) return { code: 'tab', message: 'a tab stands where only spaces may', hint: 'replace the tab by spaces' };
  const field = /^(\s*(?:- )?\s*)([^\s:"'#][^:]*):\s+([^"'[{|>].*: .*|[@`%].*)$/.exec(line);
  if (field !== null) {
    const [, indent = '', key = '', value = ''] = field;
    const reason = /^[@`%]/.test(value) ? `begins with "${value[0]}"` : 'holds a colon and a space';
    return { code: 'quotes', message: `the value of "${key}" ${reason} and needs quotes`, hint: `write ${indent.trimStart()}${key}: ${quote(value)}` };
  }
  const item = /^\s*- ([^"'].*: .*)$/.exec(line);
  if (item !== null) return { code: 'quotes', message: 'the item holds a colon and a space and needs quotes', hint: `write - ${quote(item[1] ?? '')}` };
  if (error.code === 'MISSING_CHAR' && /["']/.test(line)) {
    return { code: 'quotes', message: 'a quotation mark is opened and not closed, or stands inside quotes', hint: `close the quotes; inside "…" write \\" for a quotation mark` };
  }
  if (/^[^:]+$/.test(line.trim())) {
    return { code: 'no-colon', message: `"${line.trim()}" is no field: a colon and a space are missing`, hint: 'write fields as "name: value"' };
  }
  return { code: 'yaml', message: plainMessage(error), hint: 'put the value in quotes: name: "value"' };
}

const quote = (value: string): string => JSON.stringify(value.trimEnd());

const keyOn = (line: string): string => /^\s*(?:- )?\s*"?([^":]+)"?\s*:/.exec(line)?.[1]?.trim() ?? line.trim();

function lineAt(text: string, index: number): string {
  const at = Math.min(index, text.length);
  const start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(start, end === -1 ? text.length : Math.max(start, end));
}

/** The parser's own sentence, without the position that we state ourselves. */
const plainMessage = (error: YAMLError): string => (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
