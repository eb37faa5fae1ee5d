/**
 * The way from scripts of pages to the worker of the site. What it takes to start one is a file of its own (`../keep.client.ts`), since
 * few visits need it; it lies under a lasting name, for which no page has to have room.
 */

/** Where there is no worker yet, and can be one, it is started. */
export function startKeeping(): void {
  // A page without encryption has no `serviceWorker`.
  if (navigator.serviceWorker?.controller === null) import('../keep.client.ts').catch(() => {});
}

/** @param files addresses of what is to be kept beside what pages load */
export function keepFiles(files: readonly string[]): void {
  const worker = navigator.serviceWorker?.controller;
  if (worker) worker.postMessage(files);
  else if (worker === null) import('../keep.client.ts').then(({ keep }) => keep(files)).catch(() => {});
}
