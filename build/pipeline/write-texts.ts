import type { HeavyPage } from '../budgets/heavy-page.ts';
import type { OutputPath } from '../model/paths.ts';
import type { Staging } from '../output/staging.ts';
import type { PlannedText } from '../pages/pages.ts';
import { chunks } from './content-work.ts';
import { describeSession, writeSession } from './session.ts';
import type { Site } from './site.ts';
import type { FileState, TextState } from './site-state.ts';
import type { StageAssets } from './stage-assets.ts';
import { type WrittenPages, writePages } from './write-pages.ts';
import type { WriteContext } from './write-sites.ts';

/** Fewer pages are written sooner than processes start. */
const fewPages = 800;
const pagesPerJob = 400;

/** Whether the pages of texts are so many that processes make them. */
export const areShared = (sites: readonly Site[]): boolean =>
  sites.reduce((sum, { update }) => sum + update.texts.length, 0) >= fewPages;

/**
 * Stages the pages of texts that have to be made, those of one entry in all countries side by side.
 *
 * @param stageAssets stages the files that pages name, while processes make the next ones
 */
export async function writeTexts(
  sites: readonly Site[],
  { folder }: Staging,
  { work, options }: WriteContext,
  stageAssets: StageAssets,
): Promise<WrittenPages> {
  const pages = sites.flatMap(({ update }) => update.texts).toSorted(byTarget);
  const total = pages.length;
  options.onProgress?.({ stage: 'pages', done: 0, total });
  if (!areShared(sites)) return writePages(pages, folder);
  const states = new Map<OutputPath, TextState>();
  const files = new Map<OutputPath, FileState>();
  const heavy: HeavyPage[] = [];
  const once = createStringPool();
  await Promise.all(
    chunks(pages, pagesPerJob).map(async (part) => {
      const outputs = part.map(({ output }) => output);
      const targets = [...new Set(part.map(({ target }) => target))];
      const made = await work.pool().run('texts', { targets, outputs, folder });
      for (const [output, { reads, assets }] of made.states)
        states.set(output, { reads: reads.map(once), assets: assets.map(once) });
      for (const [output, file] of made.files) files.set(output, file);
      heavy.push(...made.heavy);
      options.onProgress?.({ stage: 'pages', done: states.size, total });
      await stageAssets(made.states);
    }),
  );
  return { states, files, heavy };
}

/** Pages name the same few thousand addresses, of which each answer of a process brings copies. */
function createStringPool(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found === undefined) known.set(text, text);
    return found ?? text;
  };
}

const byTarget = (a: PlannedText, b: PlannedText): number =>
  a.target < b.target ? -1 : a.target > b.target ? 1 : 0;

/** Lets the processes of the pool know all that pages are made from. */
export function openToProcesses(context: WriteContext): void {
  const { work } = context;
  writeSession(work.cacheFolder, work.program, describeSession(context));
}
