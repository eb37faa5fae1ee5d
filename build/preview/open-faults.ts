/** What is wrong with the content now: as the last survey found it, with what is known of the texts that were saved since. */
import { readFileSync } from 'node:fs';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { createReport, formatReport } from '../diagnostics/report.ts';
import { locate } from '../model/content-folders.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';
import type { Survey } from '../pipeline.ts';
import type { ContentPlaces } from './content-places.ts';
import type { EditedFolder } from './live-content.ts';

export interface OpenFaults {
  /** Takes over what a survey has found. */
  adopt(survey: Survey): void;
  /** Takes over what is known of single folders. */
  edit(folders: readonly EditedFolder[]): void;
  /** Everything but infos, sorted. */
  all(): readonly Diagnostic[];
  hasErrors(): boolean;
  /** As text, with the lines of the files as they are now. */
  report(diagnostics: readonly Diagnostic[]): string;
}

export function createOpenFaults({ contentFolder, countryFolders, shownFolder }: ContentPlaces): OpenFaults {
  let diagnostics: readonly Diagnostic[] = [];
  let texts: ReadonlyMap<string, string> = new Map();
  return {
    adopt(survey) {
      ({ diagnostics, texts } = survey);
    },
    edit(folders) {
      const edited = new Set(folders.map((folder) => folder.path));
      const others = diagnostics.filter(({ file }) => !edited.has(folderOf(file as SourcePath)));
      diagnostics = sortDiagnostics([...others, ...folders.flatMap((folder) => folder.diagnostics)]);
    },
    all: () => diagnostics.filter(({ severity }) => severity !== 'info'),
    hasErrors: () => hasErrors(diagnostics),
    report(shown) {
      const lines = new Map(texts);
      for (const { file } of shown) lines.set(file, readQuietly(locate(file, contentFolder, countryFolders)));
      return formatReport(createReport(shown, shownFolder, lines, countryFolders), 'pretty');
    },
  };
}

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
