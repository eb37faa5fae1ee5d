/**
 * Looks, in a thread of its own, whether the published files are as the last build left them: asking for the state of thirty
 * thousand files takes as long as reading what has changed of the content, and waits for the disk.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { CountryCode } from '../../schemas/brands.ts';
import type { OutputPath } from '../model/paths.ts';
import { alteredFiles, type SiteFiles } from './site-state.ts';
import { bytesOfSiteFiles, readSiteFiles } from './site-store.ts';

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

/** Fewer are looked at sooner than a thread starts. */
const fewBytesOfNames = 500_000;

export async function lookAtPublished(request: Request): Promise<PublishedStates> {
  if (bytesOfSiteFiles(request.cacheFolder) < fewBytesOfNames) return look(request);
  const thread = new Worker(new URL(import.meta.url), { workerData: request });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

function look({ cacheFolder, key, out }: Request): PublishedStates {
  const states = new Map<CountryCode, PublishedState>();
  for (const [country, files] of readSiteFiles(cacheFolder, key))
    states.set(country, { files, altered: alteredFiles(out, files) });
  return states;
}

if (!isMainThread && parentPort !== null) parentPort.postMessage(look(workerData as Request));
