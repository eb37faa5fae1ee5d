import { cachesOf } from './kinds.ts';

/** Forgets which pages were read on this device: what the worker has kept of this site. */
export async function forgetPages(): Promise<void> {
  // Without encryption there are none.
  if (!('caches' in self)) return;
  const mine = cachesOf(new URL('..', import.meta.url).href);
  for (const name of await caches.keys().catch(() => []))
    if (name.startsWith(mine)) await caches.delete(name);
}
