import { hasCode } from '../../cli/errors.ts';

/** Whether a hard link could not be made although both places are right: then a copy does. */
export const lacksLinks = (error: unknown): boolean =>
  // File systems without links, other disks, and contents that have as many names as there can be.
  hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'ENOSYS');
