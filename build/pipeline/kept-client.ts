import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readCached, writeCached } from '../cache/cached-file.ts';
import type { PagefindClient } from '../search/pagefind-client.ts';
import type { SearchStore } from './kept-search.ts';

/** By the folder of the cache: made once for all bundles of a process. */
const known = new Map<string, Promise<PagefindClient>>();

/**
 * The program with which browsers read bundles, made by the first build.
 *
 * @throws Error when Pagefind cannot be started on this machine
 */
export function keptClient(store: SearchStore): Promise<PagefindClient> {
  const client = known.get(store.cacheFolder) ?? readOrMake(store);
  known.set(store.cacheFolder, client);
  client.catch(() => known.delete(store.cacheFolder));
  return client;
}

async function readOrMake({ cacheFolder, program }: SearchStore): Promise<PagefindClient> {
  const file = path.join(cacheFolder, 'own', 'pagefind');
  const found = readCached(file, program);
  if (found !== undefined) return deserialize(found) as PagefindClient;
  const { makePagefindClient } = await import('../search/pagefind-client.ts');
  const client = await makePagefindClient();
  writeCached(file, program, serialize(client));
  return client;
}
