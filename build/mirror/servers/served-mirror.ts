/**
 * A mirror, as the programs of its machine are told of it.
 *
 * What they are told comes from this program and its administrator, never from the site: whoever could sign a site must not
 * configure the server of a ministry with it.
 */
import path from 'node:path';
import { UsageError } from '../../cli/errors.ts';
import { type MirrorPaths, mirrorPaths } from '../folder/mirror-paths.ts';

export interface ServedMirror {
  /** Absolute. */
  readonly paths: MirrorPaths;
  /** What readers type; none for any name. */
  readonly hostNames: readonly string[];
  /** `passport-mirror-kg`: of its files and units. */
  readonly name: string;
}

/**
 * @param country nothing where it is not known yet
 * @throws UsageError for names that would mean something else in a configuration
 */
export function describeMirror(
  dir: string,
  hostNames: readonly string[],
  country: string | undefined,
): ServedMirror {
  const folder = path.resolve(dir);
  if (!plainPath.test(folder))
    throw new UsageError(
      `--dir: "${folder}" has characters that mean something else in configurations. Choose a folder with letters, digits and - _ . alone, such as /srv/passport-mirror/kg`,
    );
  for (const hostName of hostNames)
    if (!plainHostName.test(hostName))
      throw new UsageError(`--host-name: "${hostName}" is no name of a server, such as mirror.example.org`);
  return {
    paths: mirrorPaths(folder),
    hostNames,
    name: country === undefined ? 'passport-mirror' : `passport-mirror-${country}`,
  };
}

const plainPath = /^(?:\/[\p{L}\p{N}_][\p{L}\p{N}_.@+-]*)+$/u;
const plainHostName = /^(?=.{1,253}$)[\da-z](?:[\da-z-]*[\da-z])?(?:\.[\da-z](?:[\da-z-]*[\da-z])?)*$/i;

/** The tag of a language as the first folder of an address, as a regular expression: a new language needs no new configuration. */
export const languageFolder = '[a-z]{2,3}(?:-[a-z0-9]{2,8})*';

/** What tells of the mirror is asked for anew each time. */
export const ownFolder = '/_mirror/';
