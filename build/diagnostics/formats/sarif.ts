import type { Severity } from '../diagnostic.ts';
import { safeJson } from '../printable.ts';
import type { Report } from '../report.ts';

/** SARIF 2.1.0, which code scanning services read. */
export function formatSarif({ diagnostics }: Report): string {
  const rules = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))]
    .toSorted()
    .map((id) => ({ id }));
  const results = diagnostics.map(
    ({ code, severity, file, line, column, endLine, endColumn, message, hint }) => ({
      ruleId: code,
      level: levels[severity],
      message: { text: hint === undefined ? message : `${message}. ${hint}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(file) },
            region: { startLine: line, startColumn: column, endLine, endColumn },
          },
        },
      ],
    }),
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'learning-passport', rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return safeJson(log);
}

/** Relative to the working folder, unless the content lies elsewhere. */
function uriOf(file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  if (file.startsWith('/')) return `file://${path}`;
  return /^[A-Za-z]:\//.test(file) ? `file:///${path}` : path;
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
