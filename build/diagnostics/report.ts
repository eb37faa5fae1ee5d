/**
 * A report of diagnostics, in the formats that people and services read.
 */
import { type CountryFolders, noCountryFolders, shownPathOf } from '../model/content-folders.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { formatGithub } from './formats/github.ts';
import { formatJson } from './formats/json.ts';
import { formatJunit } from './formats/junit.ts';
import { formatLines } from './formats/lines.ts';
import { formatPretty } from './formats/pretty.ts';
import { formatSarif } from './formats/sarif.ts';

export interface Report {
  /** Sorted; `file` as the reader of the report would type it. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every text that was checked. */
  readonly files: readonly string[];
  /** The lines of a file, for code frames. */
  readonly linesOf: (file: string) => readonly string[];
  readonly summary: Summary;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

const formats = {
  pretty: formatPretty,
  json: formatJson,
  github: formatGithub,
  sarif: formatSarif,
  junit: formatJunit,
  lines: formatLines,
} as const;

export type ReportFormat = keyof typeof formats;
export const reportFormats = Object.keys(formats) as readonly ReportFormat[];

export const formatReport = (report: Report, format: ReportFormat): string => formats[format](report);

/**
 * @param folder the content folder as the reader knows it, which is put before each path
 * @param texts decoded texts by their path in the content folder
 */
export function createReport(
  diagnostics: readonly Diagnostic[],
  folder: string,
  texts: ReadonlyMap<string, string>,
  countryFolders: CountryFolders = noCountryFolders,
): Report {
  const shown = (file: string): string => shownPathOf(file, folder, countryFolders);
  const files = new Map([...texts.keys()].map((file) => [shown(file), file]));
  const count = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const lines = new Map<string, readonly string[]>();
  return {
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, file: shown(diagnostic.file) })),
    files: [...files.keys()],
    linesOf(file) {
      const found = lines.get(file) ?? texts.get(files.get(file) ?? '')?.split('\n') ?? [];
      lines.set(file, found);
      return found;
    },
    summary: { files: texts.size, errors: count('error'), warnings: count('warning'), infos: count('info') },
  };
}
