/**
 * Tells open pages of the preview, as server-sent events, that they look otherwise now, and of faults.
 *
 * Each page knows the digest of what it shows, so that one that connects late (something was saved meanwhile, or the preview was
 * started again) still hears of what it missed, and one that nothing touched is left in peace.
 */
import type { ServerResponse } from 'node:http';

export interface LiveEvents {
  /**
   * Keeps a response open for events.
   *
   * @param address of the page that asks, with its query
   * @param seen the digest of what it shows
   */
  connect(response: ServerResponse, address: string, seen: string): Promise<void>;
  /** Lets the pages load anew that look otherwise now, and tells the others whether there are faults. */
  update(): Promise<void>;
}

export interface EventSources {
  /** Of what stands at an address now. */
  digestOf(address: string): Promise<string>;
  /** The report of faults, as plain text. */
  faults(): string | undefined;
}

interface Listener {
  readonly response: ServerResponse;
  readonly address: string;
  /** What it shows, or has been told to load. */
  seen: string;
  /** The report that it shows. */
  faults: string | undefined;
}

export function createLiveEvents({ digestOf, faults }: EventSources): LiveEvents {
  const listeners = new Set<Listener>();
  async function tell(listener: Listener): Promise<void> {
    const now = await digestOf(listener.address);
    const report = faults();
    if (now !== listener.seen) send(listener.response, 'reload', '');
    else if (report !== undefined && report !== listener.faults) send(listener.response, 'faults', report);
    else if (report === undefined && listener.faults !== undefined) send(listener.response, 'mended', '');
    listener.seen = now;
    listener.faults = report;
  }
  return {
    async connect(response, address, seen) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('retry: 1000\n\n');
      const listener = { response, address, seen, faults: undefined };
      listeners.add(listener);
      response.on('close', () => listeners.delete(listener));
      await tell(listener);
    },
    async update() {
      await Promise.all([...listeners].map(tell));
    },
  };
}

/** As JSON, which has no line ends that would end the event. */
const send = (response: ServerResponse, event: 'reload' | 'faults' | 'mended', data: string): void =>
  void response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
