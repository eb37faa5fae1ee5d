/**
 * A fault of the content, as data. Faults of the programmer or of the machine are exceptions; this is what an author sees.
 */
export interface Diagnostic {
  /** `<area>/<fault>`, such as `front-matter/enum`; stable, so that it can be searched for. */
  readonly code: string;
  readonly severity: Severity;
  /** Path below the content folder, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly column: number;
  /** From 1. */
  readonly endLine: number;
  /** From 1, the column after the last one. */
  readonly endColumn: number;
  /** One or two sentences that say what is wrong, without markup. */
  readonly message: string;
  /** The way out, with the corrected value where it can be known. */
  readonly hint?: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** A stretch of a file; see {@link Diagnostic} for the units. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The first character of a file, for faults that concern the whole of it. */
export const startOfFile: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** What a stage gives back beside its result. */
export interface WithDiagnostics {
  readonly diagnostics: readonly Diagnostic[];
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');

/** Sorts by file, line, column and code, so that the same content gives the same report. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
