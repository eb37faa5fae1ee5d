/**
 * The pictures of the README, taken of built sites: what a teacher sees on her phone, and what she gets in the end.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { answerRightly } from './answer-quiz.ts';

export interface Picture {
  /** Without a folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

interface View {
  readonly file: string;
  readonly options: BrowserContextOptions;
  /** Opens what is shown; returns the part of the page, or nothing for what the window shows. */
  readonly open: (page: Page, url: string) => Promise<string | undefined>;
}

const phone = { viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 } as const;

const views: readonly View[] = [
  { file: 'lesson.png', options: phone, open: at('kg/ru/courses/play/why-play/') },
  {
    file: 'home-dark.png',
    options: { ...phone, colorScheme: 'dark' },
    open: at('me/cnr-latn/'),
  },
  {
    file: 'library.png',
    options: { viewport: { width: 1200, height: 800 } },
    open: at('tj/ru/materials/'),
  },
  {
    file: 'certificate.png',
    options: { viewport: { width: 1200, height: 1000 } },
    open: openCertificate,
  },
];

/** Days of the README do not pass. */
const today = new Date('2026-11-24T09:00:00Z');

/**
 * @param url of all sites, with a slash at its end
 * @returns the same bytes wherever the browser and its fonts are the same
 */
export async function takePictures(browser: Browser, url: string): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const { file, options, open } of views) {
    // What a worker asks for beside, no picture shows.
    const context = await browser.newContext({ timezoneId: 'UTC', serviceWorkers: 'block', ...options });
    try {
      pictures.push({ file, bytes: await take(context, open, url) });
    } finally {
      await context.close();
    }
  }
  return pictures;
}

async function take(context: BrowserContext, open: View['open'], url: string): Promise<Uint8Array> {
  await context.clock.setFixedTime(today);
  const page = await context.newPage();
  const part = await open(page, url);
  await page.evaluate('document.fonts.ready');
  const shot =
    part === undefined
      ? await page.screenshot()
      : await page.locator(part).screenshot({ animations: 'disabled' });
  return asSmallPng(shot);
}

/** Flat shapes and text: a palette shows no difference and takes a fifth. */
export const asSmallPng = (shot: Uint8Array): Promise<Uint8Array> =>
  sharp(shot).png({ palette: true, colours: 64, compressionLevel: 9, effort: 10, dither: 0 }).toBuffer();

function at(address: string): View['open'] {
  return async (page, url) => {
    await page.goto(url + address, { waitUntil: 'networkidle' });
    return undefined;
  };
}

/** Answers and finishes every lesson of a course, and types a name. */
async function openCertificate(page: Page, url: string): Promise<string> {
  const course = `${url}rs/sr-cyrl/courses/play/`;
  await page.goto(course);
  const links = await page.locator('.path a').all();
  const lessons = await Promise.all(links.map((link) => link.getAttribute('href')));
  for (const lesson of lessons) {
    await page.goto(new URL(lesson ?? '', course).href);
    for (const quiz of await page.locator('form.quiz').all()) await answerRightly(quiz);
    await page.locator('.finish button').click();
  }
  await page.goto(`${url}rs/sr-cyrl/certificate/?course=play`);
  await page.locator('#name').fill('Милица Петровић');
  return '.sheet';
}
