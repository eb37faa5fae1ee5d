import { expect, test } from 'vitest';
import type { SourcePath } from '../../build/model/paths.ts';
import { toOutputPath } from '../../build/model/paths.ts';
import { findDuplicates } from '../../build/pages/duplicates.ts';
import type { PlannedPage } from '../../build/pages/pages.ts';
import { lines } from '../support/content.ts';

const planned = (output: string, ...sources: string[]): Pick<PlannedPage, 'output' | 'sources'> => ({
  output: toOutputPath(output),
  sources: sources as SourcePath[],
});

test('two pages for one file name every source, also where only case differs', () => {
  const pages = [
    planned('kg/a/index.html', 'shared/a.md'),
    planned('kg/A/index.html', 'countries/kg/a.md'),
    planned('kg/b/index.html', 'shared/b.md'),
  ];
  expect(lines(findDuplicates(pages))).toEqual([
    'shared/a.md:1:1 error output/duplicate: would be written to kg/a/index.html, and so would countries/kg/a.md (rename one of the folders)',
    'countries/kg/a.md:1:1 error output/duplicate: would be written to kg/a/index.html, and so would shared/a.md (rename one of the folders)',
  ]);
});
