/**
 * Hugo as an opponent: found on the PATH, with the settings that it has by itself.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../../../../build/cli/errors.ts';
import { inSequence, type Measurement, runMeasured } from '../../measure/run-measured.ts';
import type { Opponent, OpponentMaterial, PreparedOpponent } from '../opponent.ts';
import { type Pictures, pictureCache, writeHugoSites, writeHugoTogether } from './hugo-project.ts';

/**
 * Hugo in three ways: a project for each site, one project for all, and one for each site that leaves pictures as they are.
 *
 * @throws EnvironmentError when there is no Hugo
 */
export async function findHugo(cwd: string, signal: AbortSignal): Promise<Opponent[]> {
  const version = await runMeasured({ file: 'hugo', args: ['version'], cwd }, signal).catch(
    (error: unknown) => {
      if (signal.aborted) throw error;
      throw new EnvironmentError(
        'hugo is not on the PATH. Install it ("apt install hugo" on Debian and Ubuntu), or leave it out: --against eleventy',
      );
    },
  );
  const common = { name: 'hugo', version: version.stdout.trim() } as const;
  return [
    { ...common, title: 'Hugo, five sites one after another', prepare: prepareApart('anew') },
    { ...common, title: 'Hugo, one project for all sites', prepare: prepareTogether },
    { ...common, title: 'Hugo, five sites, pictures as they are', prepare: prepareApart('as-they-are') },
  ];
}

const prepareApart =
  (pictures: Pictures) =>
  async ({ folder, sites, css }: OpponentMaterial): Promise<PreparedOpponent> =>
    preparedProjects(await writeHugoSites(folder, sites, css, pictures), folder);

async function prepareTogether({ folder, sites, css }: OpponentMaterial): Promise<PreparedOpponent> {
  // The texts lie in the projects of the sites.
  await writeHugoSites(folder, sites, css, 'anew');
  return preparedProjects([await writeHugoTogether(folder, sites, css)], folder);
}

function preparedProjects(projects: readonly string[], folder: string): PreparedOpponent {
  const outputs = projects.map((project) => path.join(folder, 'out', path.basename(project)));
  return {
    outputs,
    async build(signal) {
      const parts: Measurement[] = [];
      await rm(pictureCache(folder), { recursive: true, force: true });
      for (const [index, project] of projects.entries()) {
        const output = outputs[index] ?? '';
        for (const old of [output, path.join(project, 'resources')])
          await rm(old, { recursive: true, force: true });
        const args = ['--source', project, '--destination', output];
        parts.push(await runMeasured({ file: 'hugo', args, cwd: project }, signal));
      }
      return inSequence(parts);
    },
  };
}
