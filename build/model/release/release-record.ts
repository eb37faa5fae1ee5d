/** What is known of a release beside its files, and the small pointer that is signed. */
import type { Sha256 } from '../paths.ts';

/** A file, told by what it holds. */
export interface Digest {
  readonly sha256: Sha256;
  readonly bytes: number;
}

/** Published once and never changed, as `releases/<sequence>.json`. */
export interface ReleaseRecord {
  readonly format: 1;
  /** `kg` */
  readonly country: string;
  /** Counts up from 1 with every release of the country. */
  readonly sequence: number;
  /** The instant of the release: `2026-11-29T22:30:00Z`. */
  readonly released: string;
  /** Where the site is at home: `https://kg.example.org/`. */
  readonly url: string;
  /** Of the site as it was built: while it stays the same, there is nothing to release. */
  readonly site: Sha256;
  readonly manifest: Digest;
  /** Absent where the content is not kept with Git. */
  readonly revision?: Revision;
  readonly versions: {
    /** Of this project: `0.1.0`. */
    readonly passport: string;
    /** `24.21.0` */
    readonly node: string;
    /** Of `package-lock.json`, which names every other package. */
    readonly packages: Sha256;
  };
  readonly counts: {
    readonly files: number;
    readonly bytes: number;
    readonly pages: number;
  };
  /** The record of the release before, so that whoever trusts one of them can trust all before it. */
  readonly previous?: PreviousRelease;
  /** The release that it brings back. */
  readonly rollbackTo?: number;
  /** Signed with keys that anybody at that computer can use: for trying out, never for the public. */
  readonly trial?: true;
}

/** Numbers may be left out: of a release whose publication was broken off, and which somebody else has gone past. */
export interface PreviousRelease extends Digest {
  readonly sequence: number;
}

export interface Revision {
  /** The full hash of a Git commit. */
  readonly commit: string;
  /** Whether the content was exactly that of the commit. */
  readonly isClean: boolean;
}

/** What may be nowhere any more. */
export interface Withdrawn {
  /** Whoever has these contents deletes them, and no release brings them back. */
  readonly digests: readonly Sha256[];
  /** Pages, which no release may have, whatever they say, until somebody allows it. */
  readonly paths: readonly string[];
}

/** Signed, as a target of TUF; also published as `/_release.json`. */
export interface ReleasePointer {
  readonly format: 1;
  readonly country: string;
  readonly sequence: number;
  readonly released: string;
  readonly record: Digest;
  readonly manifest: Digest;
  /** From earlier manifests, by their digests, to this one. */
  readonly deltas: Readonly<Record<string, Digest>>;
  readonly withdrawn: Withdrawn;
}
