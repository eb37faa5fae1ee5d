/** Looks a manifest through before anything of it becomes a file: that it is whole, in order, and what its record says. */
import { EnvironmentError } from '../../cli/errors.ts';
import type { ManifestFile } from '../../model/release/manifest.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import type { ReleasePointer, ReleaseRecord } from '../../model/release/release-record.ts';
import { readManifestFiles, readManifestHead } from './read-manifest.ts';

/** A national site has some ten thousand; a disk has no room for the names of much more. */
const mostFiles = 2_000_000;

/**
 * @param file of the manifest
 * @param onFile told of each file in its turn, before all others are known to be right
 * @throws EnvironmentError for whatever a mirror must not take
 */
export function surveyManifest(
  file: string,
  { country, sequence, withdrawn }: ReleasePointer,
  { counts }: Pick<ReleaseRecord, 'counts'>,
  onFile: (file: ManifestFile) => void,
): void {
  try {
    if (readManifestHead(file).country !== country) throw new FormatError('it is of another country');
    const requireAllowed = withdrawnGuard(new Set(withdrawn.digests), new Set(withdrawn.paths));
    const requireApart = collisionGuard();
    const found = { files: 0, bytes: 0 };
    let before = '';
    for (const one of readManifestFiles(file)) {
      if (++found.files > mostFiles) throw new FormatError(`it has more than ${mostFiles} files`);
      if (one.path <= before) throw new FormatError(`"${one.path}" is not in its place`);
      before = one.path;
      found.bytes += one.bytes;
      requireApart(one.path);
      requireAllowed(one);
      onFile(one);
    }
    if (found.files !== counts.files || found.bytes !== counts.bytes)
      throw new FormatError(
        `it has ${found.files} files of ${found.bytes} bytes, and its record says ${counts.files} of ${counts.bytes}`,
      );
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new EnvironmentError(
      `The list of files of release ${sequence} cannot be used: ${error.message}. It is signed, so that no other source has a better one: tell those who publish it.`,
    );
  }
}

const withdrawnGuard =
  (digests: ReadonlySet<string>, paths: ReadonlySet<string>) =>
  ({ path, sha256 }: ManifestFile): void => {
    if (digests.has(sha256) || paths.has(path))
      throw new FormatError(`it has "${path}", which was withdrawn`);
  };

/** As `collidingPaths` does, path by path: the same name but for case, and a file in which another one would have to lie. */
function collisionGuard(): (path: string) => void {
  const files = new Set<string>();
  const folders = new Set<string>();
  return (path) => {
    const folded = path.toLowerCase();
    const isTaken = files.has(folded) || folders.has(folded);
    const above = foldersAbove(folded);
    if (isTaken || above.some((folder) => files.has(folder)))
      throw new FormatError(`"${path}" and another path cannot both be files`);
    files.add(folded);
    for (const folder of above) folders.add(folder);
  };
}

function foldersAbove(path: string): readonly string[] {
  const found: string[] = [];
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
    found.push(path.slice(0, end));
  return found;
}
