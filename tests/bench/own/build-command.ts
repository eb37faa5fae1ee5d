/**
 * The real build, as a program of its own.
 */
import { fileURLToPath } from 'node:url';
import { type Command, type Measurement, runMeasured } from '../measure/run-measured.ts';

/** As `npm run build` runs it. */
const program = [fileURLToPath(new URL('../../../scripts/passport.mjs', import.meta.url)), 'build'];

/** Which of the options that matter here the build has; an older one that is compared has fewer. */
export interface BuildOptions {
  readonly cache: boolean;
  readonly noSearch: boolean;
}

export async function readBuildOptions(cwd: string, signal: AbortSignal): Promise<BuildOptions> {
  const { stdout } = await runMeasured({ file: process.execPath, args: [...program, '--help'], cwd }, signal);
  return { cache: stdout.includes('--cache '), noSearch: stdout.includes('--no-search') };
}

export interface BuildFolders {
  readonly content: string;
  readonly out: string;
  readonly cache: string;
  /** The working folder. A build without `--cache` keeps its cache there. */
  readonly cwd: string;
}

export interface BuildMeasurement extends Measurement {
  readonly pages: number;
  /** Pages that were made anew, as the build itself says. */
  readonly made?: number;
  /** Seconds by the name of the stage, as the build itself says; empty for one that does not. */
  readonly stages: Readonly<Record<string, number>>;
}

interface BuildSummary {
  readonly sites: readonly { readonly pages: number; readonly made?: number }[];
  readonly stages?: Readonly<Record<string, number>>;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** @throws EnvironmentError when the build fails */
export async function measureBuild(
  folders: BuildFolders,
  { search, options }: { readonly search: boolean; readonly options: BuildOptions },
  signal: AbortSignal,
): Promise<BuildMeasurement> {
  const args = [
    ...['--content', folders.content, '--out', folders.out, '--json'],
    ...(options.cache ? ['--cache', folders.cache] : []),
    ...(search ? [] : ['--no-search']),
  ];
  const command: Command = { file: process.execPath, args: [...program, ...args], cwd: folders.cwd };
  const { stdout, ...measurement } = await runMeasured(command, signal);
  const { sites, stages = {} } = JSON.parse(stdout) as BuildSummary;
  const made = sites.flatMap((site) => site.made ?? []);
  return {
    ...measurement,
    pages: sum(sites.map((site) => site.pages)),
    ...(made.length > 0 && { made: sum(made) }),
    stages,
  };
}
