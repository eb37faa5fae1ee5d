/** What a deployment would do, in words. */
import { formatTable } from '../cli/format-table.ts';
import { megabytes } from '../cli/progress.ts';
import type { DryRun } from './deploy.ts';

/** So many paths of each list are shown. */
const mostPaths = 20;

export function formatDryRun(name: string, { plan, cleanUp }: DryRun): string {
  const rows = plan.stages.map((stage) => {
    const files = stage.batches.flat();
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return [`  ${stage.name}`, `${files.length} files`, megabytes(bytes)];
  });
  return [
    `${name}: nothing was done; a deployment would upload, in this order`,
    formatTable(rows),
    ...listOf('change on the site', plan.changed),
    ...listOf('withdraw at once', [...plan.withdrawn.files, ...plan.withdrawn.objects]),
    ...listOf('remove', [...cleanUp.pages, ...cleanUp.sealed]),
    ...(cleanUp.heldBack > 0 ? [`and would remove ${cleanUp.heldBack} files more with --remove-many`] : []),
  ].join('\n');
}

function listOf(what: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const shown = paths.slice(0, mostPaths).map((path) => `  ${path}`);
  const rest = paths.length > mostPaths ? [`  … and ${paths.length - mostPaths} more`] : [];
  return [`and ${what}`, ...shown, ...rest];
}
