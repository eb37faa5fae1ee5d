/**
 * All versions of the root, each signed by enough keys of the one before and of its own (The Update Framework, 5.3).
 *
 * Whoever trusts any of them follows to the newest, so that none may ever be missing.
 */
import type { Metadata, Root } from '@tufjs/models';
import { EnvironmentError } from '../cli/errors.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { isAccepted, parseRoot, remarksOf } from './metadata.ts';

export interface RootChain {
  readonly newest: Metadata<Root>;
  /** The bytes of all versions, from the first. */
  readonly all: readonly Uint8Array[];
}

/**
 * Joins what was published with what the folder of keys has.
 *
 * @param published files of a release by their paths; may hold anything else
 * @param known of the folder of keys, from the first; may be empty
 * @throws EnvironmentError when there is none, one is missing, or they are not of one chain
 */
export function rootChain(
  published: ReadonlyMap<string, Uint8Array>,
  known: readonly Uint8Array[],
  country: string,
): RootChain {
  const all: Uint8Array[] = [];
  let newest: Metadata<Root> | undefined;
  for (;;) {
    const version = all.length + 1;
    const name = releasePaths.root(version);
    const [there, here] = [published.get(name), known[version - 1]];
    const bytes = there ?? here;
    if (bytes === undefined) break;
    const root = parseRoot(bytes, name);
    if (there !== undefined && here !== undefined) requireSame(root, parseRoot(here, name), country);
    requireFollows(root, newest, version, country);
    newest = root;
    all.push(bytes);
  }
  const versions = [...published.keys()].map((name) =>
    Number(/^metadata\/(\d+)\.root\.json$/.exec(name)?.[1] ?? 0),
  );
  if (newest === undefined || Math.max(...versions, known.length) > all.length)
    throw new EnvironmentError(
      `There is no ${all.length + 1}.root.json for ${country}. Make keys with "npm run keys -- create --country ${country}", or say with --keys where they are; every version of the root must lie there, from 1.root.json on.`,
    );
  return { newest, all };
}

function requireSame(published: Metadata<Root>, known: Metadata<Root>, country: string): void {
  if (published.signed.equals(known.signed)) return;
  const { isTrial } = remarksOf(published.signed);
  throw new EnvironmentError(
    isTrial
      ? `The release of ${country} was signed with keys for trying out. Remove the folder metadata/ of it, and run the command again: it is then signed with your own keys.`
      : `The release of ${country} is signed with other keys than those in the folder of keys: ${published.signed.version}.root.json differs. Say with --keys where its keys are. If somebody has put it there, do not publish it.`,
  );
}

function requireFollows(
  root: Metadata<Root>,
  before: Metadata<Root> | undefined,
  version: number,
  country: string,
): void {
  const ofCountry = remarksOf(root.signed).country;
  if (ofCountry !== country)
    throw new EnvironmentError(
      `${version}.root.json is of the country "${ofCountry}", not of "${country}". Say with --keys where the keys of ${country} are.`,
    );
  const isSigned = [before ?? root, root].every(({ signed }) => isAccepted(signed, 'root', root));
  if (root.signed.version !== version || !isSigned)
    throw new EnvironmentError(
      `${version}.root.json is not signed by enough root keys, or is not of this version. Fetch it again from where it is published, or from a copy.`,
    );
}
