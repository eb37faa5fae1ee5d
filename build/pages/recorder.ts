import type { EntryKind } from '../model/place.ts';

/** What a page was made from beside its own text and what all pages of its language share. */
export interface PageInputs {
  /** Addresses of entries whose fields it shows, or of which it only asked whether they are there; and lists of kinds. */
  readonly reads: ReadonlySet<string>;
  /** Site paths of the files that it names. */
  readonly assets: ReadonlySet<string>;
}

/** Writes down what the views of an edition are asked while one page is made. */
export interface Recorder {
  read(target: string): void;
  /** All entries of a kind, in their order. */
  readList(kind: EntryKind): void;
  /** A file, by its site path. */
  use(asset: string): void;
  /** Runs `work` and tells what it read; what is recorded around it does not hear of it. */
  record<T>(work: () => T): Recorded<T>;
  /** The same for what is made from everything, of which only the files are told. */
  recordFiles<T>(work: () => T): { readonly value: T; readonly assets: ReadonlySet<string> };
  /** Reads what an earlier `record` read. */
  replay(inputs: PageInputs): void;
}

export interface Recorded<T> {
  readonly value: T;
  readonly inputs: PageInputs;
}

export function createRecorder(): Recorder {
  let reads: Set<string> | undefined;
  let assets = new Set<string>();
  const within = <T>(
    inputs: { readonly reads?: Set<string>; readonly assets: Set<string> },
    work: () => T,
  ): T => {
    const around = { reads, assets };
    ({ reads, assets } = { reads: undefined, ...inputs });
    try {
      return work();
    } finally {
      ({ reads, assets } = around);
    }
  };
  return {
    read: (target) => void reads?.add(target),
    readList: (kind) => void reads?.add(listKey(kind)),
    use: (asset) => void assets.add(asset),
    record(work) {
      const inputs = { reads: new Set<string>(), assets: new Set<string>() };
      return { value: within(inputs, work), inputs };
    },
    recordFiles(work) {
      const files = { assets: new Set<string>() };
      return { value: within(files, work), ...files };
    },
    replay(inputs) {
      if (reads !== undefined) for (const read of inputs.reads) reads.add(read);
      for (const asset of inputs.assets) assets.add(asset);
    },
  };
}

/** How a list stands among the addresses of entries, none of which looks like this. */
export const listKey = (kind: EntryKind): string => `*${kind}`;
