import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../../cli/errors.ts';
import { mirrorPaths } from '../folder/mirror-paths.ts';
import { ownVersion } from '../program/this-program.ts';

/**
 * Returns an absolute path, which says also in a journal or a mail where it is. The program that lies in a mirror means that one, unless
 * it is told.
 *
 * @throws UsageError where it was not said which mirror is meant
 */
export function requireFolder(dir: string | undefined): string {
  if (dir !== undefined && dir !== '') return path.resolve(dir);
  const beside = ownVersion === undefined ? undefined : path.dirname(fileURLToPath(import.meta.url));
  if (beside !== undefined && existsSync(mirrorPaths(beside).configuration)) return beside;
  throw new UsageError('--dir: say which folder the mirror is in');
}
