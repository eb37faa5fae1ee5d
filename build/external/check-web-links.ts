/**
 * Whether links to other sites still lead somewhere: asked only on demand, and politely.
 *
 * In: links with their places. Out: a remark for each that does not work, or has moved.
 */
import { setTimeout } from 'node:timers/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LocatedWebLink } from '../model/rendered.ts';
import type { AskOptions } from './ask.ts';
import type { FindingStore } from './finding-store.ts';
import { type Finding, follow } from './follow.ts';
import { forEachSpread, politely } from './polite.ts';

export interface WebLinkOptions extends Partial<AskOptions> {
  readonly store?: FindingStore;
  /** Waits between two requests to one host. */
  readonly pause?: () => Promise<unknown>;
  readonly onProgress?: (done: number, total: number) => void;
}

const politeness = { pauseMs: 1000, atOnce: 6, timeoutMs: 15_000 } as const;

export async function checkWebLinks(
  links: readonly LocatedWebLink[],
  { store, onProgress, pause = () => setTimeout(politeness.pauseMs), ...asking }: WebLinkOptions = {},
): Promise<Diagnostic[]> {
  const addresses = [...new Set(links.map(addressOf))];
  const findings = new Map<string, Finding>();
  const polite = politely(pause);
  const options: AskOptions = { timeoutMs: politeness.timeoutMs, ...asking };
  await forEachSpread(addresses, hostOf, politeness.atOnce, async (href) => {
    options.signal?.throwIfAborted();
    const known = store?.get(href);
    const finding = known ?? (await follow(href, polite, options));
    if (known === undefined) store?.keep(href, finding);
    findings.set(href, finding);
    onProgress?.(findings.size, addresses.length);
  });
  return links.flatMap((link) => report(link, findings.get(addressOf(link)) ?? { kind: 'ok' }));
}

/** A server is not asked for the part of a page. */
const addressOf = ({ href }: LocatedWebLink): string => {
  const url = new URL(href);
  url.hash = '';
  return url.href;
};

const hostOf = (href: string): string => new URL(href).host;

function report({ file, href, range }: LocatedWebLink, finding: Finding): Diagnostic[] {
  const remark = (code: string, message: string, hint: string): Diagnostic[] => [
    {
      code: `external/${code}`,
      severity: finding.kind === 'busy' ? 'info' : 'warning',
      file,
      ...range,
      message,
      hint,
    },
  ];
  const look = 'open it in a browser; write where the page is today, or take the link out';
  switch (finding.kind) {
    case 'ok':
      return [];
    case 'moved':
      return remark('moved', `${href} has moved for good`, `write ${finding.to}`);
    case 'broken':
      return remark('broken', `${href} does not work: the server answers ${finding.status}`, look);
    case 'circle':
      return remark('broken', `${href} leads from one address to the next without end`, look);
    case 'busy':
      return remark(
        'busy',
        `${href} could not be checked: the server is busy (${finding.status})`,
        'check again later',
      );
    case 'unreachable':
      return remark('unreachable', `${href} cannot be reached: ${finding.reason}`, look);
    case 'private':
      return remark(
        'private',
        `${href} leads to this computer or its own network, where no reader is`,
        'write the public address',
      );
  }
}
