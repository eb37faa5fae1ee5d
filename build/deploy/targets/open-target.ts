/** Opens a place to publish to by its address. */
import { parseAddress } from './address.ts';
import type { TargetOptions } from './options.ts';
import type { Target } from './target.ts';

/**
 * Loads what its kind of target needs, and nothing for the others; asks no server yet.
 *
 * @param address `s3://…`, `azure://…`, `rsync://…` or `file:///…`
 * @throws UsageError for any other; EnvironmentError without credentials
 */
export async function openTarget(address: string, options: TargetOptions): Promise<Target> {
  const parsed = parseAddress(address);
  switch (parsed.kind) {
    case 'folder':
      return (await import('./folder/folder-target.ts')).openFolderTarget(parsed, options);
    case 's3':
      return (await import('./s3/s3-target.ts')).openS3Target(parsed, options);
    case 'azure':
      return (await import('./azure/azure-target.ts')).openAzureTarget(parsed, options);
    case 'ssh':
      return (await import('./ssh/ssh-target.ts')).openSshTarget(parsed, options);
  }
}
