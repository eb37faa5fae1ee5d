import { escapeHtml } from '../../../templates/html.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { printable } from '../printable.ts';
import type { Report } from '../report.ts';

/** JUnit XML: a test case for each file; only errors fail it. */
export function formatJunit({ diagnostics, files }: Report): string {
  const byFile = Map.groupBy(diagnostics, (diagnostic) => diagnostic.file);
  const names = [...new Set([...files, ...byFile.keys()])].toSorted();
  const failures = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file))
    .size;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="content" tests="${names.length}" failures="${failures}">`,
    `<testsuite name="content" tests="${names.length}" failures="${failures}">`,
    ...names.map((name) => testCase(name, byFile.get(name) ?? [])),
    '</testsuite>',
    '</testsuites>',
  ].join('\n');
}

function testCase(file: string, faults: readonly Diagnostic[]): string {
  const describe = ({ line, column, code, message, hint }: Diagnostic): string =>
    `${file}:${line}:${column} ${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`;
  const errors = faults.filter(({ severity }) => severity === 'error');
  const others = faults.filter(({ severity }) => severity !== 'error');
  const failure = errors
    .map(
      (fault) =>
        `<failure type="${xml(fault.code)}" message="${xml(fault.message)}">${xml(describe(fault))}</failure>`,
    )
    .join('');
  const notes = others.length === 0 ? '' : `<system-out>${xml(others.map(describe).join('\n'))}</system-out>`;
  return `<testcase classname="content" name="${xml(file)}">${failure}${notes}</testcase>`;
}

/** XML 1.0 has no control characters, not even escaped ones, and no half of a surrogate pair. */
const xml = (text: string): string =>
  escapeHtml(
    text
      .split('\n')
      .map(printable)
      .join('\n')
      .toWellFormed()
      .replace(/[\ufffe\uffff]/g, '\uFFFD'),
  );
