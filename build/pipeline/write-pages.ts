import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderPage } from '../../templates/pages/render-page.ts';
import { type CompilablePage, compilePages } from '../eleventy/compile-pages.ts';
import type { OutputPath } from '../model/paths.ts';
import type { PageInputs, PlannedPage } from '../pages/pages.ts';
import type { TextState } from './site-state.ts';

/**
 * Eleventy renders all pages of a pass before it writes the first: of so few, few are moved about by the garbage collector,
 * and a pass takes no longer to begin than twenty pages.
 */
const pagesPerPass = 200;

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
    if (pages.length < fewPages) renderFew(pass, folder);
    else await compilePages(pass, folder);
  }
  return states;
}

/** So few that loading Eleventy takes longer than rendering them: the layouts are the same functions, and give the same bytes. */
const fewPages = 300;

function renderFew(pages: readonly CompilablePage[], folder: string): void {
  for (const { output, make } of pages) {
    const file = path.join(folder, output);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, renderPage(make()));
  }
}

const toState = ({ reads, assets }: PageInputs): TextState => ({
  reads: [...reads],
  assets: [...assets],
});
