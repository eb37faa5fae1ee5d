/**
 * Has the service worker of the site keep what this page has loaded, and answer from the next page on (`sw.client.ts`). Loaded only
 * where there is no worker yet, once on a device; begins when the page is there and its reader has begun to read.
 *
 * Not in a frame, nor in the preview, which adds a script of its own to a page: what an author sees comes from her files. Where there are
 * no workers (without encryption, in a file, in some private windows), pages go on without one.
 */
void keep();

/** @param more addresses of what is to be kept beside what the page has loaded */
export async function keep(more: readonly string[] = []): Promise<void> {
  if (top !== self || document.querySelector('script[data-seen]')) return;
  await untilQuiet();
  try {
    const { serviceWorker } = navigator;
    await serviceWorker.register(new URL('sw.js', import.meta.url));
    const { active } = await serviceWorker.ready;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    active?.postMessage([location.href, ...loaded, ...more]);
  } catch {
    // The line broke, or the browser does not want to.
  }
}

async function untilQuiet(): Promise<void> {
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  // Not when the browser calls itself idle: a cheap phone may never do so, and knows nothing of its line.
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
