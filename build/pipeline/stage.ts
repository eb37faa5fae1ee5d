import { openStaging, type Staging } from '../output/staging.ts';
import type { BuildOptions } from '../pipeline.ts';
import type { SiteUpdate } from './plan-update.ts';

/** Writes sites beside the published ones; whatever of them `write` has not published is removed. */
export async function stage<T>(
  sites: readonly { readonly update: Pick<SiteUpdate, 'search'> }[],
  { out, signal }: BuildOptions,
  write: (staging: Staging) => Promise<T>,
): Promise<T> {
  const staging = await openStaging(out);
  const onAbort = (): void => void closeSearch();
  signal?.addEventListener('abort', onAbort);
  try {
    return await write(staging);
  } finally {
    signal?.removeEventListener('abort', onAbort);
    if (sites.some(({ update }) => update.search.length > 0)) await closeSearch();
    await staging.discard();
  }
}

/** A terminal's Ctrl-C reaches Pagefind's process too, whose answer we would wait for in vain. */
const closeSearch = async (): Promise<void> => (await import('../search/search.ts')).closeSearch();
