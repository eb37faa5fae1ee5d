/** What `sync` and `import` have in common: the newest release, with progress and warnings, and the program that it brings. */
import { createProgressReport } from '../../cli/progress.ts';
import { printable } from '../../diagnostics/printable.ts';
import { type ProgramOutcome, updateProgram } from '../program/update-program.ts';
import { versionOf } from '../program/version-of.ts';
import { readCurrent } from '../sync/kept-releases.ts';
import { type SyncRequest, type SyncResult, synchronise, syncWords } from '../sync/sync.ts';

export interface TakenRelease extends SyncResult {
  readonly program: ProgramOutcome;
}

/** @throws EnvironmentError */
export async function takeRelease(request: Omit<SyncRequest, 'onProgress' | 'warn'>): Promise<TakenRelease> {
  const report = createProgressReport(process.stderr, () => performance.now(), syncWords);
  const warn = (sentence: string): void => {
    report.end();
    process.stderr.write(`warning: ${printable(sentence)}\n`);
  };
  const result = await synchronise({ ...request, onProgress: report.tell, warn }).finally(() => report.end());
  return { ...result, program: await takeProgram(request, warn) };
}

async function takeProgram(
  { paths, configuration: { updatesProgram } }: Pick<SyncRequest, 'paths' | 'configuration'>,
  warn: (sentence: string) => void,
): Promise<ProgramOutcome> {
  const current = await readCurrent(paths);
  if (current === undefined) return { outcome: 'unlisted' };
  const { folder: site, manifest } = current;
  return updateProgram({
    paths,
    site,
    manifest,
    updatesProgram,
    versionOf: versionOf(process.execPath),
    warn,
  });
}

/** Says what became of the program, as a line of its own; nothing where it stays as it was. */
export function programInWords(program: ProgramOutcome): string {
  if (program.outcome === 'updated')
    return `\nThe program of the mirror is now ${program.version}, as the release lists it.`;
  if (program.outcome === 'off')
    return '\nThe release lists another program than the one here, and mirror.json says not to take it.';
  return '';
}
