import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import type { PlannedPage } from './pages.ts';

/** Two pages for one file: each source is told of all the others. Case is ignored, as Windows and macOS do. */
export function findDuplicates(pages: readonly Pick<PlannedPage, 'output' | 'sources'>[]): Diagnostic[] {
  const byOutput = Map.groupBy(pages, (page) => page.output.toLowerCase());
  return [...byOutput.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const sources = [...new Set(group.flatMap((page) => page.sources))];
      return sources.map(
        (file): Diagnostic => ({
          code: 'output/duplicate',
          severity: 'error',
          file,
          ...startOfFile,
          message: `would be written to ${group[0]?.output}, and so would ${sources.filter((other) => other !== file).join(', ') || 'another page of it'}`,
          hint: 'rename one of the folders',
        }),
      );
    });
}
