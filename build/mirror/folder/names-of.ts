/** The names in a folder of very many, some at a time, so that all of them are never in memory. */
import { opendirSync } from 'node:fs';

/** Whoever removes names meanwhile may be given them or not. */
export function* namesOf(folder: string): Generator<string> {
  const listing = opendirSync(folder, { bufferSize: 1024 });
  try {
    for (let entry = listing.readSync(); entry !== null; entry = listing.readSync()) yield entry.name;
  } finally {
    listing.closeSync();
  }
}
