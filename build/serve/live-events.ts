/**
 * Tells open pages of the preview, as server-sent events, that there is something new.
 *
 * Each page knows the version that it shows, so that one that connects late (its build has ended meanwhile, or the preview
 * was started again) still hears of what it missed.
 */
import type { ServerResponse } from 'node:http';

export interface LiveEvents {
  /** Of a page that is sent now. */
  version(): number;
  /**
   * Keeps a response open for events.
   *
   * @param seen the version of the page that asks, when it has one
   */
  connect(response: ServerResponse, seen: number | undefined): void;
  reload(): void;
  showFaults(): void;
}

/** @param hasFaults whether a page that connects is to learn of faults at once */
export function createLiveEvents(hasFaults: () => boolean): LiveEvents {
  const listeners = new Set<ServerResponse>();
  // The time keeps the versions of two runs apart; within one they are counted.
  let version = Date.now();
  let lastReload = version;
  const message = (event: 'reload' | 'faults'): string => `event: ${event}\ndata: ${version}\n\n`;
  const send = (event: 'reload' | 'faults'): void => {
    for (const listener of listeners) listener.write(message(event));
  };
  return {
    version: () => version,
    connect(response, seen) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('retry: 1000\n\n');
      if (seen !== undefined && seen < lastReload) response.write(message('reload'));
      else if (hasFaults()) response.write(message('faults'));
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    reload() {
      lastReload = ++version;
      send('reload');
    },
    showFaults() {
      version++;
      send('faults');
    },
  };
}
