/**
 * Interface strings in gettext's PO format.
 *
 * In: the text of a `.po` file. Out: its messages, its plural rule and where faults stand.
 */
import gettext from 'gettext-parser';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { parsePluralRule } from './plural-rule.ts';
import { scanPo } from './po-lines.ts';
import { checkMessage } from './po-message.ts';

export interface ParsedPo {
  readonly catalogue: MessageCatalogue;
  readonly diagnostics: readonly Diagnostic[];
}

/** Of a file that cannot be read. */
export const noStrings: ParsedPo = {
  catalogue: { pluralForms: '', pluralIndex: () => 0, messages: new Map() },
  diagnostics: [],
};

export function parsePo(text: string, file: string): ParsedPo {
  const lines = text.split('\n');
  const diagnostics: Diagnostic[] = [];
  const report = (
    code: string,
    line: number,
    message: string,
    hint: string,
    severity: Severity = 'error',
  ): void => {
    diagnostics.push({
      code: `strings/${code}`,
      severity,
      file,
      line,
      column: 1,
      endLine: line,
      endColumn: (lines[line - 1]?.length ?? 0) + 1,
      message,
      hint,
    });
  };
  const { entries, strange } = scanPo(text);
  for (const line of strange)
    report(
      'syntax',
      line,
      'the line is not in the format of gettext catalogues',
      syntaxHint(lines[line - 1] ?? ''),
    );
  const parsed = strange.length > 0 ? undefined : parseText(text);
  if (parsed === undefined) {
    if (strange.length === 0)
      report(
        'syntax',
        1,
        'the file is not in the format of gettext catalogues',
        'open it in a program for translators, such as Poedit, and save it anew',
      );
    return { ...noStrings, diagnostics };
  }
  const lineOf = new Map(entries.map(({ key, line }) => [key, line]));
  const twins = entries.filter(({ key, line }) => lineOf.get(key) !== line);
  for (const { key, line } of twins)
    report(
      'duplicate',
      lineOf.get(key) ?? 1,
      `the text "${key.split(contextSeparator).at(-1)}" stands here a second time; the first is on line ${line}`,
      'keep one of the two',
    );
  const headerLine = (name: string): number =>
    Math.max(
      0,
      lines.findIndex((line) => line.toLowerCase().includes(`${name.toLowerCase()}:`)),
    ) + 1;
  const charset = /charset=([\w-]+)/i.exec(parsed.headers['Content-Type'] ?? '')?.[1];
  if (charset !== undefined && charset.toUpperCase() !== 'UTF-8')
    report(
      'charset',
      headerLine('Content-Type'),
      `the header says that the file is in ${charset}`,
      'save the file in UTF-8, and write "Content-Type: text/plain; charset=UTF-8\\n"',
    );
  const pluralForms = parsed.headers['Plural-Forms'] ?? '';
  const rule = parsePluralRule(pluralForms);
  if (rule === undefined)
    report(
      'plural-forms',
      headerLine('Plural-Forms'),
      'the header has no usable Plural-Forms line',
      pluralHint,
    );

  const messages = new Map<string, readonly string[]>();
  for (const entry of Object.values(parsed.translations).flatMap((context) => Object.values(context))) {
    if (entry.msgid === '' || entry.comments?.flag?.includes('fuzzy')) continue;
    const key = entry.msgctxt ? `${entry.msgctxt}${contextSeparator}${entry.msgid}` : entry.msgid;
    messages.set(key, entry.msgstr);
    for (const { code, message, hint, severity } of checkMessage(entry, rule))
      report(code, lineOf.get(key) ?? 1, message, hint, severity);
  }
  return { catalogue: { pluralForms, pluralIndex: rule?.index ?? (() => 0), messages }, diagnostics };
}

const contextSeparator = '\u0004';

const pluralHint =
  'for Russian it is "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"';

function parseText(text: string):
  | {
      readonly headers: Readonly<Record<string, string>>;
      readonly translations: ReturnType<typeof gettext.po.parse>['translations'];
    }
  | undefined {
  try {
    const { headers, translations } = gettext.po.parse(text, { validation: false });
    // An empty file has none, whatever its types say.
    return { headers: headers ?? {}, translations: translations ?? {} };
  } catch {
    return undefined;
  }
}

function syntaxHint(line: string): string {
  const [, start, inner] = /^\s*((?:msg\w+(?:\[\d+\])?\s+)?)"?(.*?)"?\s*$/.exec(line) ?? [];
  if (start === undefined || (start === '' && !line.trimStart().startsWith('"')))
    return 'a line begins with msgid, msgstr, msgctxt, #, or is a quoted text';
  return `write ${start.trimEnd()}${start === '' ? '' : ' '}"${(inner ?? '').replace(/\\?"/g, '\\"')}"`;
}
