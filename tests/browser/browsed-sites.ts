/**
 * Sites on a server and a browser in front of them, for the tests of a file.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type BuiltSites, ownSites, type SiteServer, serveSites } from '../support/built-sites.ts';
import { launchBrowser } from './browser.ts';

export interface BrowsedSites {
  readonly browser: Browser;
  readonly sites: BuiltSites;
  /** Where the sites are served, with a slash at its end. */
  readonly url: string;
  /** Somebody new, on a device of her own: what is kept there lasts for the visit, which ends with the test. */
  visit(options?: BrowserContextOptions, initScript?: string): Promise<Visit>;
  /** The first page of somebody new. */
  open(address: string, options?: BrowserContextOptions): Promise<Visit>;
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What no page of ours may cause: errors, errors in the console, requests to elsewhere. */
  readonly strays: readonly string[];
  go(address: string): Promise<void>;
}

/** A cheap phone, in the hand. */
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
};

/** What a worker asks for, no page shows: it has tests of its own (`tests/e2e/offline.test.ts`). */
const withoutWorker: BrowserContextOptions = { serviceWorkers: 'block' };

export const withoutScript: BrowserContextOptions = { ...phone, javaScriptEnabled: false };

/**
 * To be called at the top of a file or of a `describe`: builds, serves and starts before its tests, and ends all of it after them.
 *
 * @param build makes the sites; without it, the project's own
 */
export function browseSites(build: () => Promise<BuiltSites> = ownSites): BrowsedSites {
  let sites: BuiltSites;
  let server: SiteServer;
  let browser: Browser;
  beforeAll(async () => {
    [sites, browser] = await Promise.all([build(), launchBrowser()]);
    server = await serveSites(sites.folder);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await sites?.remove();
  });
  const visit = async (options = phone, initScript?: string): Promise<Visit> => {
    const context = await browser.newContext({ ...withoutWorker, ...options });
    onTestFinished(() => context.close());
    if (initScript !== undefined) await context.addInitScript(initScript);
    const page = await context.newPage();
    const go = async (address: string): Promise<void> => {
      await page.goto(server.url + address);
    };
    return { context, page, strays: straysOf(page, server.url), go };
  };
  return {
    get browser() {
      return browser;
    },
    get sites() {
      return sites;
    },
    get url() {
      return server.url;
    },
    visit,
    async open(address, options) {
      const visited = await visit(options);
      await visited.go(address);
      return visited;
    },
  };
}

function straysOf(page: Page, url: string): readonly string[] {
  const strays: string[] = [];
  page.on('pageerror', (error) => strays.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && strays.push(message.text()));
  page.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(url) && !/^(?:data|blob):/.test(asked)) strays.push(asked);
  });
  return strays;
}
