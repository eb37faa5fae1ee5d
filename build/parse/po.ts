/**
 * Interface strings in gettext's PO format.
 *
 * In: the text of a `.po` file. Out: its messages, its plural rule and where faults stand.
 */
import gettext from 'gettext-parser';
import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';

export interface ParsedPo {
  readonly catalogue: MessageCatalogue;
  readonly diagnostics: readonly Diagnostic[];
}

const empty: MessageCatalogue = { pluralIndex: () => 0, messages: new Map() };

export function parsePo(text: string, file: string): ParsedPo {
  const fault = (line: number, message: string, hint: string): ParsedPo => ({
    catalogue: empty,
    diagnostics: [{ code: 'strings/syntax', severity: 'error', file, ...startOfFile, line, endLine: line, message, hint }],
  });
  let parsed: ReturnType<typeof gettext.po.parse>;
  try {
    parsed = gettext.po.parse(text, { validation: false });
  } catch (error) {
    const lineNumber = error instanceof Error && 'lineNumber' in error ? Number(error.lineNumber) : 1;
    return fault(lineNumber || 1, 'the line is not in the format of gettext catalogues', 'a line begins with msgid, msgstr, msgctxt, #, or is a quoted text');
  }
  const rule = parsed.headers['Plural-Forms'];
  const forms = rule === undefined ? undefined : parsePluralRule(rule);
  if (forms === undefined) {
    return fault(lineOf(text, 'Plural-Forms:'), 'the header has no usable Plural-Forms line', 'for Russian it is "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"');
  }
  const messages = new Map<string, readonly string[]>();
  const diagnostics: Diagnostic[] = [];
  for (const entry of Object.values(parsed.translations).flatMap((context) => Object.values(context))) {
    if (entry.msgid === '' || entry.comments?.flag?.includes('fuzzy')) continue;
    messages.set(entry.msgctxt ? `${entry.msgctxt}\u0004${entry.msgid}` : entry.msgid, entry.msgstr);
    for (const message of checkPlaceholders(entry)) {
      const line = lineOf(text, `msgid ${JSON.stringify(entry.msgid)}`);
      diagnostics.push({ code: 'strings/placeholder', severity: 'error', file, line, column: 1, endLine: line, endColumn: 1, message, hint: 'keep the words in braces as they are in the English text' });
    }
  }
  return { catalogue: { pluralIndex: forms, messages }, diagnostics };
}

/**
 * Compiles gettext's plural rule. It is an expression of C over `n`; only its characters are let through, so that nothing but
 * arithmetic can run.
 */
function parsePluralRule(header: string): ((count: number) => number) | undefined {
  const match = /nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([n\d\s()!=<>%&|?:+*/-]+?)\s*;?\s*$/.exec(header);
  if (match === null) return undefined;
  const last = Number(match[1]) - 1;
  try {
    const rule = new Function('n', `return Number(${match[2]});`) as (n: number) => number;
    for (let n = 0; n <= 200; n++) if (!(rule(n) >= 0 && rule(n) <= last)) return undefined;
    return rule;
  } catch {
    return undefined;
  }
}

interface Entry {
  readonly msgid: string;
  readonly msgid_plural?: string | undefined;
  readonly msgstr: readonly string[];
}

function checkPlaceholders(entry: Entry): string[] {
  const known = placeholders(`${entry.msgid} ${entry.msgid_plural ?? ''}`);
  const used = placeholders(entry.msgstr.join(' '));
  return [...used].filter((name) => !known.has(name)).map((name) => `the translation of "${entry.msgid}" uses ${name}, which the English text does not have`);
}

const placeholders = (text: string): Set<string> => new Set(text.match(/\{[a-zA-Z]+\}/g) ?? []);

function lineOf(text: string, part: string): number {
  const index = text.indexOf(part);
  return index === -1 ? 1 : text.slice(0, index).split('\n').length;
}
