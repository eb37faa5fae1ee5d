import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderPage } from '../../templates/pages/render-page.ts';
import { findHeavy, type HeavyPage } from '../budgets/heavy-page.ts';
import { type CompilablePage, compilePages } from '../eleventy/compile-pages.ts';
import type { OutputPath, SourcePath } from '../model/paths.ts';
import type { PageInputs, PlannedPage } from '../pages/pages.ts';
import { type FileState, fileState, type TextState } from './site-state.ts';

/**
 * Eleventy renders all pages of a pass before it writes the first: of so few, few are moved about by the garbage collector,
 * and a pass takes no longer to begin than twenty pages.
 */
const pagesPerPass = 200;

export interface WrittenPages {
  /** What each was made from. */
  readonly states: ReadonlyMap<OutputPath, TextState>;
  /** How their files lie in the staged site, and in the published one when it is moved as a whole. */
  readonly files: ReadonlyMap<OutputPath, FileState>;
  readonly heavy: readonly HeavyPage[];
}

/** Writes pages below `folder`, each made when its turn comes, and weighs them. */
export async function writePages(pages: readonly PlannedPage[], folder: string): Promise<WrittenPages> {
  const states = new Map<OutputPath, TextState>();
  const files = new Map<OutputPath, FileState>();
  const heavy: HeavyPage[] = [];
  for (let first = 0; first < pages.length; first += pagesPerPass) {
    const pass = pages.slice(first, first + pagesPerPass).map(({ output, sources, make }) => ({
      output,
      render() {
        const { page, inputs } = make();
        const html = renderPage(page);
        states.set(output, toState(inputs));
        const found = heavy.length < mostHeavy && findHeavy(page.kind, html);
        if (found) heavy.push({ ...found, output, source: sources[0] as SourcePath, kind: page.kind });
        return html;
      },
    }));
    if (pages.length < fewPages) renderFew(pass, folder);
    else await compilePages(pass, folder);
    for (const { output } of pass) files.set(output, requireState(folder, output));
  }
  return { states, files, heavy };
}

function requireState(folder: string, output: OutputPath): FileState {
  const state = fileState(folder, output);
  if (state === undefined) throw new TypeError(`${output} was not written`);
  return state;
}

/** Enough to mend first: where all pages are too heavy, weighing each of them would take longer than all the rest. */
const mostHeavy = 30;

/** So few that loading Eleventy takes longer than rendering them: the layouts are the same functions, and give the same bytes. */
const fewPages = 300;

function renderFew(pages: readonly CompilablePage[], folder: string): void {
  for (const { output, render } of pages) {
    const file = path.join(folder, output);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, render());
  }
}

const toState = ({ reads, assets }: PageInputs): TextState => ({
  reads: [...reads],
  assets: [...assets],
});
