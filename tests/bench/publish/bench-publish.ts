/**
 * Measures what it takes to publish: a site of a made-up tree is released and deployed into a folder by the programs themselves, then
 * edited, released and deployed once more.
 */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateContent } from '../content/generate-content.ts';
import { type Measurement, runMeasured } from '../measure/run-measured.ts';
import { type Summary, summarise } from '../measure/statistics.ts';
import { editLesson } from '../own/edit-lesson.ts';

export interface PublishBenchOptions {
  /** An empty folder. */
  readonly work: string;
  /** Of the sites of all countries; one of them is published. */
  readonly pages: number;
  readonly seed: number;
  readonly runs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (line: string) => void;
}

export interface PublishReport {
  /** Of the site. */
  readonly files: number;
  readonly bytes: number;
  readonly cases: readonly PublishCase[];
}

export interface PublishCase {
  readonly name: string;
  readonly seconds: Summary;
  /** Of the largest process, where it is measured. */
  readonly peakBytes: number | undefined;
  /** What a deployment uploaded, the last time. */
  readonly uploaded?: { readonly files: number; readonly bytes: number; readonly changed: number };
}

const country = 'kg';

interface ReleaseAnswer {
  readonly record: { readonly counts: { readonly files: number; readonly bytes: number } };
}

interface DeployAnswer {
  readonly uploadedFiles: number;
  readonly uploadedBytes: number;
  readonly changed: readonly string[];
}

export async function benchPublish(options: PublishBenchOptions): Promise<PublishReport> {
  const { work, pages, seed, runs, signal, onProgress } = options;
  const [content, out, folder, live] = ['content', 'dist', 'releases', 'live'].map((name) =>
    path.join(work, name),
  ) as [string, string, string, string];
  const site = path.join(out, country);
  const measured = new Map<string, { readonly all: Measurement[]; uploaded?: PublishCase['uploaded'] }>();
  const run = async (command: string, args: readonly string[]): Promise<Measurement & { stdout: string }> =>
    runMeasured({ file: process.execPath, args: [scriptOf(command), ...args], cwd: projectFolder }, signal);
  const measure = async <T>(name: string, command: string, args: readonly string[]): Promise<T> => {
    onProgress(`${name} …`);
    const { stdout, ...measurement } = await run(command, [...args, '--json']);
    const known = measured.get(name) ?? { all: [] };
    known.all.push(measurement);
    const [answer] = JSON.parse(stdout) as T[];
    if (answer === undefined) throw new TypeError(`${command} told nothing`);
    if (isDeployment(answer))
      known.uploaded = {
        files: answer.uploadedFiles,
        bytes: answer.uploadedBytes,
        changed: answer.changed.length,
      };
    measured.set(name, known);
    return answer;
  };
  const build = [
    '--country',
    country,
    '--content',
    content,
    '--out',
    out,
    '--cache',
    path.join(work, 'cache'),
  ];
  const release = ['--country', country, '--from', site, '--out', folder, '--keys', path.join(work, 'keys')];
  const deploy = ['--from', folder, '--to', `file://${live}`];

  onProgress(`writing texts for ${pages} pages …`);
  await generateContent({ folder: content, pages, seed });
  onProgress('building the site …');
  await run('build', build);
  const first = await measure<ReleaseAnswer>('the first release, all of it compressed', 'release', release);
  for (let at = 0; at < runs; at++) {
    await keepObjectsOnly(folder);
    await rm(live, { recursive: true, force: true });
    await measure('a release whose files are compressed already', 'release', release);
    await measure('the first deployment into a folder', 'deploy', deploy);
    await editLesson(content, at);
    await run('build', build);
    await measure('a release after one lesson was edited', 'release', release);
    await measure('its deployment', 'deploy', deploy);
    await measure('a release when nothing has changed', 'release', release);
  }
  return {
    ...first.record.counts,
    cases: [...measured].map(([name, { all, uploaded }]) => ({
      name,
      seconds: summarise(all.map(({ seconds }) => seconds)),
      peakBytes: all.at(-1)?.peakBytes,
      ...(uploaded !== undefined && { uploaded }),
    })),
  };
}

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));

const scriptOf = (command: string): string => path.join(projectFolder, 'scripts', `${command}.ts`);

const isDeployment = (answer: unknown): answer is DeployAnswer =>
  typeof answer === 'object' && answer !== null && 'uploadedFiles' in answer;

/** As where nothing was ever released, but for what takes the time. */
async function keepObjectsOnly(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name !== 'objects') await rm(path.join(folder, name), { recursive: true, force: true });
}
