import { UsageError } from '../../cli/errors.ts';

/** @throws UsageError where it was not said which mirror is meant */
export function requireFolder(dir: string | undefined): string {
  if (dir === undefined || dir === '') throw new UsageError('--dir: say which folder the mirror is in');
  return dir;
}
