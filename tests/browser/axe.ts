/** What axe finds in a page as it stands now (WCAG 2.2 AA and best practice). */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

/** Has axe ready on each page from its beginning: the browser then compiles it once, and not again for every page. */
export async function bringAxe(to: Page | BrowserContext): Promise<void> {
  await to.addInitScript({ content: await axeSource() });
}

const axeSource = (): Promise<string> =>
  readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param without rules that the page need not keep
 * @param only these rules, and not all
 * @returns each violation with the elements that it is about
 */
export async function axeViolations(
  page: Page,
  without: readonly string[] = [],
  only?: readonly string[],
): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(await axeSource());
  return page.evaluate(
    async ([off, rules]) => {
      const { axe, document } = globalThis as unknown as {
        axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
        document: unknown;
      };
      const { violations } = await axe.run(document, {
        runOnly: rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
        // What passes is not told of one by one.
        resultTypes: ['violations'],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    },
    [without, only] as const,
  );
}

/** What can be right by day and wrong by night. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'] as const;

/**
 * What axe finds by day, and what then is wrong by night alone; leaves the page in the light.
 *
 * @returns each violation behind `light` or `dark`
 */
export async function violationsDayAndNight(page: Page, without: readonly string[] = []): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axeViolations(page, without);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeViolations(page, [], rulesOfColour);
  await page.emulateMedia({ colorScheme: 'light' });
  return [
    ...light.map((violation) => `light: ${violation}`),
    ...dark.map((violation) => `dark: ${violation}`),
  ];
}

/** By how much a page is wider than its window. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
