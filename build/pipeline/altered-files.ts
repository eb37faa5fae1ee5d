/**
 * Looks, in a thread of its own, whether the published files are as the last build left them: asking for the state of thirty
 * thousand files takes as long as reading what has changed of the content, and waits for the disk.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { CountryCode } from '../../schemas/brands.ts';
import type { OutputPath } from '../model/paths.ts';
import { addressOf } from '../processes/own-program.ts';
import { alteredFiles } from './site-state.ts';
import { bytesOfSiteFiles, countriesIn, readSiteFiles } from './site-store.ts';

interface Request {
  readonly cacheFolder: string;
  readonly key: string;
  readonly out: string;
}

/** The files that are gone, or that somebody else has written; nothing for a site of which nothing is known. */
export type AlteredFiles = ReadonlyMap<CountryCode, ReadonlySet<OutputPath>>;

/** Fewer are looked at sooner than a thread starts. */
const fewBytesOfNames = 500_000;

export async function lookAtPublished(request: Request): Promise<AlteredFiles> {
  if (bytesOfSiteFiles(request.cacheFolder) < fewBytesOfNames) return look(request);
  const thread = new Worker(addressOf('build/pipeline/altered-files'), { workerData: request });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

function look({ cacheFolder, key, out }: Request): AlteredFiles {
  const altered = new Map<CountryCode, ReadonlySet<OutputPath>>();
  for (const country of countriesIn(cacheFolder)) {
    const files = readSiteFiles(cacheFolder, country, key);
    if (files !== undefined) altered.set(country, alteredFiles(out, files));
  }
  return altered;
}

if (!isMainThread && parentPort !== null) parentPort.postMessage(look(workerData as Request));
