/**
 * Looks, in a thread of its own, whether the published files are as the last build left them: asking for the state of thirty
 * thousand files takes as long as reading what has changed of the content, and waits for the disk.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { CountryCode } from '../../schemas/brands.ts';
import type { OutputPath } from '../model/paths.ts';
import { alteredFiles, type SiteFiles } from './site-state.ts';
import { readSiteFiles } from './site-store.ts';

interface Request {
  readonly cacheFolder: string;
  readonly key: string;
  readonly out: string;
}

export interface PublishedState {
  readonly files: SiteFiles;
  /** Those that are gone, or that somebody else has written. */
  readonly altered: ReadonlySet<OutputPath>;
}

/** @returns nothing for a site of which nothing is known */
export type PublishedStates = ReadonlyMap<CountryCode, PublishedState>;

export function lookAtPublished(request: Request): Promise<PublishedStates> {
  const worker = new Worker(new URL(import.meta.url), { workerData: request });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (!isMainThread && parentPort !== null) {
  const { cacheFolder, key, out } = workerData as Request;
  const states = new Map<CountryCode, PublishedState>();
  for (const [country, files] of readSiteFiles(cacheFolder, key))
    states.set(country, { files, altered: alteredFiles(out, files) });
  parentPort.postMessage(states);
}
