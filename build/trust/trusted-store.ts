/** The store of tuf-js, which checks metadata and does no input and output. */
import type { Root } from '@tufjs/models';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { requirePlain, requireSeparateKeys } from './plain-metadata.ts';
import { explainFault } from './trust-error.ts';

/** 5.2: begins with the root that is trusted. */
export function openStore(root: Uint8Array): TrustedMetadataStore {
  const store = new TrustedMetadataStore(Buffer.from(root));
  requireSound(store.root.signed);
  return store;
}

export function requireSound(root: Root): void {
  requirePlain(root);
  requireSeparateKeys(root);
}

/** tuf-js notes the time when it begins, and nobody can hand it in. */
export function setClock(store: TrustedMetadataStore, now: Date): void {
  if (!(Reflect.get(store, 'referenceTime') instanceof Date))
    throw new TypeError('tuf-js no longer keeps its clock in referenceTime');
  Reflect.set(store, 'referenceTime', now);
}

/** Says what is wrong with a file in a sentence. */
export function guard<T>(file: string, now: Date, step: () => T, store?: TrustedMetadataStore): T {
  try {
    return step();
  } catch (error) {
    throw explainFault(error, file, store, now);
  }
}
