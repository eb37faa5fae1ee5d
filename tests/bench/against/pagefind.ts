/**
 * Pagefind over the pages that another generator has written.
 */
import { type Measurement, runMeasured } from '../measure/run-measured.ts';
import { packageFile } from '../packages.ts';

/** @param site a folder of HTML, which gets a folder `pagefind` */
export async function measurePagefind(site: string, signal: AbortSignal): Promise<Measurement> {
  const args = [packageFile('pagefind/lib/runner/bin.cjs'), '--site', site];
  const { stdout: _, ...measurement } = await runMeasured(
    { file: process.execPath, args, cwd: site },
    signal,
  );
  return measurement;
}
