import { escapeHtml } from '../../../templates/html.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Report } from '../report.ts';

/** JUnit XML: a test case for each file with faults; only errors fail it. */
export function formatJunit({ diagnostics, summary }: Report): string {
  const cases = [...Map.groupBy(diagnostics, (diagnostic) => diagnostic.file)].map(([file, faults]) => testCase(file, faults));
  const failures = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file)).size;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="content" tests="${summary.files}" failures="${failures}">`,
    `<testsuite name="content" tests="${summary.files}" failures="${failures}">`,
    ...cases,
    '</testsuite>',
    '</testsuites>',
  ].join('\n');
}

function testCase(file: string, faults: readonly Diagnostic[]): string {
  const describe = ({ line, column, code, message, hint }: Diagnostic): string => `${file}:${line}:${column} ${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`;
  const errors = faults.filter(({ severity }) => severity === 'error');
  const others = faults.filter(({ severity }) => severity !== 'error');
  const failure = errors.map((fault) => `<failure type="${xml(fault.code)}" message="${xml(fault.message)}">${xml(describe(fault))}</failure>`).join('');
  const notes = others.length === 0 ? '' : `<system-out>${xml(others.map(describe).join('\n'))}</system-out>`;
  return `<testcase classname="content" name="${xml(file)}">${failure}${notes}</testcase>`;
}

/** XML 1.0 has no control characters, not even escaped ones. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const xml = (text: string): string => escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\uFFFD'));
