/** What a mirror knows of itself: `state.json`, written by every command that changes or proves something. */
import { readFile } from 'node:fs/promises';
import { hasCode } from '../../cli/errors.ts';
import type { Digest } from '../../model/release/release-record.ts';
import type { Role } from '../../trust/roles.ts';
import type { MirrorPaths } from './mirror-paths.ts';
import { writeWhole } from './write-whole.ts';

/** An instant: `2026-11-29T22:30:00Z`. */
export type Instant = string;

export interface MirrorState {
  readonly format: 1;
  /** What is served; absent before the first synchronisation. */
  readonly current?: CurrentRelease;
  /** The newest release that a valid signature told of; newer than the current one where its files have not come wholly. */
  readonly newest?: { readonly sequence: number; readonly released: Instant };
  /** When an upstream or a stick last gave valid metadata. */
  readonly checked?: Instant;
  readonly expires?: Readonly<Record<Role, Instant>>;
  /** Of the last synchronisation, where it failed. */
  readonly error?: { readonly at: Instant; readonly message: string };
  /** For which release, with how many kept, everything else was removed. */
  readonly cleaned?: { readonly sequence: number; readonly keptReleases: number };
  /** When every file was last looked through, and what was wrong then and is not mended. */
  readonly verified?: { readonly at: Instant; readonly files: number; readonly faults: number };
}

export interface CurrentRelease {
  /** `kg` */
  readonly country: string;
  readonly sequence: number;
  readonly released: Instant;
  /** Where the site is at home. */
  readonly url: string;
  readonly manifest: Digest;
  readonly files: number;
  readonly bytes: number;
  /** When it began to be served here. */
  readonly switched: Instant;
  /** Where it came from: an upstream's address, or the folder of a stick. */
  readonly source: string;
  /** Signed with keys for trying out. */
  readonly isTrial: boolean;
}

/** Returns what is known; nothing of a new mirror, or where the file is damaged: the next synchronisation finds all of it anew. */
export async function readState({ state }: MirrorPaths): Promise<MirrorState> {
  try {
    const value: unknown = JSON.parse(await readFile(state, 'utf8'));
    if (isState(value)) return value;
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !(error instanceof SyntaxError)) throw error;
  }
  return { format: 1 };
}

/** It is this program that wrote it, wholly or not at all. */
const isState = (value: unknown): value is MirrorState =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 1;

export async function writeState({ state }: MirrorPaths, value: MirrorState): Promise<void> {
  await writeWhole(state, `${JSON.stringify(value, null, 2)}\n`);
}
