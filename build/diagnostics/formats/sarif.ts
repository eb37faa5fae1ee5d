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
            artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
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

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
