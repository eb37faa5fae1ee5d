/**
 * Where an address leads today.
 */
import { type Answer, type AskOptions, ask, PrivateAddressError } from './ask.ts';
import type { Polite } from './polite.ts';

export type Finding =
  | { readonly kind: 'ok' }
  /** It works, and says that it has moved for good. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'broken'; readonly status: number }
  | { readonly kind: 'circle' }
  /** The server answers, but not now. */
  | { readonly kind: 'busy'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'private' };

const mostRedirects = 10;
const permanent: readonly number[] = [301, 308];

export async function follow(href: string, polite: Polite, options: AskOptions): Promise<Finding> {
  let url = new URL(href);
  let movedTo: string | undefined;
  let isPermanent = true;
  try {
    for (let hops = 0; hops <= mostRedirects; hops++) {
      const { status, location } = await headOrGet(url, polite, options);
      if (location === undefined || status < 300 || status >= 400) return judge(status, movedTo);
      url = new URL(location, url);
      if (!/^https?:$/.test(url.protocol)) return { kind: 'broken', status };
      isPermanent &&= permanent.includes(status);
      if (isPermanent) movedTo = url.href;
    }
    return { kind: 'circle' };
  } catch (error) {
    options.signal?.throwIfAborted();
    return error instanceof PrivateAddressError
      ? { kind: 'private' }
      : { kind: 'unreachable', reason: reasonOf(error) };
  }
}

/** Some servers answer HEAD wrongly, or not at all: the answer to GET decides. */
async function headOrGet(url: URL, polite: Polite, options: AskOptions): Promise<Answer> {
  const head = await polite(url.host, () => ask(url, 'HEAD', options));
  return head.status >= 200 && head.status < 400 ? head : polite(url.host, () => ask(url, 'GET', options));
}

function judge(status: number, movedTo: string | undefined): Finding {
  if (status === 429 || status === 503) return { kind: 'busy', status };
  if (status < 200 || status >= 300) return { kind: 'broken', status };
  return movedTo === undefined ? { kind: 'ok' } : { kind: 'moved', to: movedTo };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer came';
  if (error.name === 'TimeoutError') return 'no answer came in time';
  const code = 'code' in error ? String(error.code) : '';
  if (/CERT|SSL|TLS/.test(code)) return 'its certificate is not valid';
  return reasons[code] ?? 'the connection failed';
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no computer of this name is known',
  EAI_AGAIN: 'the name could not be looked up; is this computer online?',
  ECONNREFUSED: 'the server accepts no connection',
  ECONNRESET: 'the server broke the connection off',
  ENETUNREACH: 'there is no way to it; is this computer online?',
  EHOSTUNREACH: 'there is no way to it; is this computer online?',
};
