/**
 * Eleventy as an opponent, as it is: Nunjucks layouts and its own Markdown, without anything of ours.
 */
import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { inSequence, type Measurement, runMeasured } from '../../measure/run-measured.ts';
import { packageFile, packagesFolder, packageVersion } from '../../packages.ts';
import type { Opponent } from '../opponent.ts';
import { pictureCache, writeEleventySites } from './eleventy-project.ts';

export async function findEleventy(): Promise<Opponent> {
  return {
    name: 'eleventy',
    title: 'Eleventy, five sites one after another',
    version: await packageVersion('@11ty/eleventy'),
    async prepare({ folder, sites, css }) {
      const projects = await writeEleventySites(folder, sites, css);
      const packages = path.join(folder, 'node_modules');
      await rm(packages, { force: true });
      await symlink(packagesFolder, packages, 'junction');
      const outputs = projects.map((project) => path.join(folder, 'out', path.basename(project)));
      return {
        outputs,
        async build(signal) {
          const parts: Measurement[] = [];
          await rm(pictureCache(folder), { recursive: true, force: true });
          for (const [index, project] of projects.entries()) {
            const output = outputs[index] ?? '';
            await rm(output, { recursive: true, force: true });
            const args = [packageFile('@11ty/eleventy/cmd.cjs'), '--quiet', `--output=${output}`];
            parts.push(await runMeasured({ file: process.execPath, args, cwd: project }, signal));
          }
          return inSequence(parts);
        },
      };
    },
  };
}
