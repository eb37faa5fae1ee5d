import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { renderPage } from '../../templates/pages/render-page.ts';
import { compilePages } from '../eleventy/compile-pages.ts';
import type { OutputPath } from '../model/paths.ts';
import type { PageInputs, PlannedPage } from '../pages/pages.ts';
import type { TextState } from './site-state.ts';

/** What one pass of Eleventy holds in memory, in pages. */
const pagesPerPass = 1000;

/**
 * Writes pages below `folder`, each made when its turn comes.
 *
 * @returns what each was made from
 */
export async function writePages(
  pages: readonly PlannedPage[],
  folder: string,
): Promise<ReadonlyMap<OutputPath, TextState>> {
  const states = new Map<OutputPath, TextState>();
  for (let first = 0; first < pages.length; first += pagesPerPass) {
    const pass = pages.slice(first, first + pagesPerPass).map(({ output, make }) => ({
      output,
      make() {
        const { page, inputs } = make();
        states.set(output, toState(inputs));
        return page;
      },
    }));
    await (pages.length < fewPages ? renderFew(pass, folder) : compilePages(pass, folder));
  }
  return states;
}

/** So few that loading Eleventy takes longer than rendering them: the layouts are the same functions, and give the same bytes. */
const fewPages = 300;

async function renderFew(
  pages: readonly { readonly output: OutputPath; make(): Parameters<typeof renderPage>[0] }[],
  folder: string,
): Promise<void> {
  for (const { output, make } of pages) {
    const file = path.join(folder, output);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, renderPage(make()));
  }
}

const toState = ({ reads, assets }: PageInputs): TextState => ({
  reads: [...reads],
  assets: [...assets].map(({ path: site }) => site),
});
