import path from 'node:path';
import { UsageError } from '../../cli/errors.ts';

/**
 * Returns an absolute path, which says also in a journal or a mail where it is.
 *
 * @throws UsageError where it was not said which mirror is meant
 */
export function requireFolder(dir: string | undefined): string {
  if (dir === undefined || dir === '') throw new UsageError('--dir: say which folder the mirror is in');
  return path.resolve(dir);
}
