import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { clippedTexts, moving, overlappingTexts, smallTargets, unseenFocus } from './layout.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 320, height: 700 } });
});
afterAll(() => browser?.close());

const tall = 'display: inline-block; min-height: 44px; min-width: 44px';

const faults: readonly [
  what: string,
  look: (page: Page) => Promise<string[]>,
  wrong: string,
  right: string,
][] = [
  [
    'a text that is cut off',
    clippedTexts,
    '<p style="overflow: hidden; height: 1em">One line<br>and another</p>',
    '<p style="overflow: hidden">One line<br>and another</p>',
  ],
  [
    'a text on another',
    overlappingTexts,
    '<p style="margin: 0">First</p><p style="margin: -20px 0 0">Second</p>',
    '<p style="margin: 0">First</p><p style="margin: 0">Second</p>',
  ],
  [
    'a link that is too low',
    smallTargets,
    '<ul><li><a href="/">A page of the site</a></li></ul>',
    `<ul><li><a href="/" style="${tall}">A page of the site</a></li></ul><p>Read <a href="/">this page</a> first.</p>`,
  ],
  [
    'a box without room around it',
    smallTargets,
    '<label><input type="checkbox"> A</label>',
    `<label style="${tall}"><input type="checkbox"> A</label>`,
  ],
  [
    'a focus that is not seen',
    unseenFocus,
    '<button style="outline: none">Go</button>',
    '<button style="outline: 3px solid">Go</button>',
  ],
  [
    'a part that moves',
    moving,
    '<style>@keyframes a { to { opacity: 0 } }</style><p style="animation: a 1s">A</p>',
    '<p>A</p>',
  ],
  ['a part that would move', moving, '<p style="transition: opacity 1s">A</p>', '<p>A</p>'],
];

test.each(faults)('%s is found', async (_, look, wrong, right) => {
  await page.setContent(wrong);
  expect(await look(page)).toHaveLength(1);
  await page.setContent(right);
  expect(await look(page)).toEqual([]);
});
