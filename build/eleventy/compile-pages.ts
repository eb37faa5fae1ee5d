/**
 * Compiles pages with Eleventy.
 *
 * In: pages, each to be rendered when its turn comes, and a folder. Out: their files in that folder. Eleventy reads `templates/site/` and never `content/`: it
 * executes some kinds of front matter and runs a template language over Markdown, which a repository that takes pull requests
 * must not allow.
 */
import { fileURLToPath } from 'node:url';
import type { OutputPath } from '../model/paths.ts';

export interface CompilablePage {
  readonly output: OutputPath;
  readonly render: () => string;
}

const input = fileURLToPath(new URL('../../templates/site/', import.meta.url));

/** Loading it takes longer than writing a hundred pages, and not every build needs it. */
export const loadEleventy = () => import('@11ty/eleventy');

/**
 * Writes every page below `folder`, which must exist and be empty of other pages: Eleventy overwrites and never deletes.
 *
 * @throws the error of a template, or of the file system
 */
export async function compilePages(pages: readonly CompilablePage[], folder: string): Promise<void> {
  const { default: Eleventy } = await loadEleventy();
  const eleventy = new Eleventy(input, folder, {
    quietMode: true,
    configPath: null,
    config(configuration) {
      configuration.setUseGitIgnore(false);
      configuration.setQuietMode(true);
      // Else a slow machine prints which of its own steps took long, even when it is quiet.
      configuration.benchmarks.config.setMinimumThresholdMs(0);
      configuration.addTemplateFormats('11ty.ts');
      configuration.addExtension('11ty.ts', { key: '11ty.js' });
      // A function, so that Eleventy does not copy the pages when it merges its data.
      configuration.addGlobalData('plannedPages', () => pages);
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}
