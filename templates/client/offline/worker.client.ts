/** What a service worker has that a page has not (Service Workers, W3C): TypeScript’s own types of both cannot stand side by side. */
export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  addEventListener(type: 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: LastingEvent & MessageEvent<string[]>) => void): void;
}

export interface LastingEvent extends Event {
  /** The worker lives until it is done. */
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
