/**
 * The pictures of the guide for authors, taken of a preview and its editor: the way of an author from a mistake that she has found to
 * the mended page.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { asSmallPng, type Picture } from './pictures.ts';

/** The preview of a content folder that nobody else has: it is written to. */
export interface GuideDesk {
  /** Of the preview, with a slash at its end. */
  readonly url: string;
  /** The content folder. */
  readonly content: string;
}

interface View {
  readonly file: string;
  /** Brings about what is shown; returns the part of the page, or nothing for what the window shows. */
  readonly open: (page: Page, desk: GuideDesk) => Promise<Locator | undefined>;
}

const lesson = 'courses/play/observing-play';
const lessonCount = 5;
const lessonInEditor = 'admin/#/collections/lessons-play/entries/observing-play/index';
const bagInEditor = 'admin/#/collections/materials/entries/treasure-bag/index';

const right = 'на полу у окна';
const wrong = 'на полу у акна';

/** In the order of the guide: what one saves, the next ones show. */
const views: readonly View[] = [
  { file: 'sites.png', open: openFrontPage },
  { file: 'panel.png', open: openPanel },
  { file: 'form.png', open: openForm },
  { file: 'text.png', open: mendText },
  { file: 'fault.png', open: breakQuiz },
  { file: 'saved.png', open: saveText },
  { file: 'new-material.png', open: writeMaterial },
  { file: 'languages.png', open: openLanguages },
  { file: 'translation.png', open: openTranslation },
  { file: 'change.png', open: openChange },
  { file: 'changed-elsewhere.png', open: changeElsewhere },
];

export const guidePictureFiles: readonly string[] = views.map(({ file }) => file);

/** Puts into a copy of our own content what the guide tells of: a mistake, and an original that has changed. Before the preview starts. */
export async function prepareGuideContent(content: string): Promise<void> {
  await rewrite(path.join(content, `shared/${lesson}/index.ru.md`), right, wrong);
  await rewrite(
    path.join(content, 'shared/materials/treasure-bag/index.en.md'),
    /^title: .*$/m,
    'title: The bag of treasures',
  );
}

/** @returns in the order in which the guide shows them */
export async function takeGuidePictures(browser: Browser, desk: GuideDesk): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const { file, open } of views) {
    // Of its own: what was typed and not saved would be offered again.
    const context = await browser.newContext({
      viewport: { width: 1100, height: 640 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      // Nothing is caught while it glides or fades.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    try {
      const page = await context.newPage();
      const part = await open(page, desk);
      await page.evaluate('document.fonts.ready');
      const shot =
        part === undefined
          ? await page.screenshot({ animations: 'disabled' })
          : await part.screenshot({ animations: 'disabled' });
      pictures.push({ file, bytes: await asSmallPng(shot) });
    } finally {
      await context.close();
    }
  }
  return pictures;
}

async function openFrontPage(page: Page, { url }: GuideDesk): Promise<undefined> {
  await page.setViewportSize({ width: 760, height: 460 });
  await page.goto(url, { waitUntil: 'load' });
  await page.getByText('Gallery of components').evaluate((link) => link.scrollIntoView({ block: 'end' }));
}

async function openPanel(page: Page, { url, content }: GuideDesk): Promise<undefined> {
  await page.goto(`${url}kg/ru/${lesson}/`, { waitUntil: 'load' });
  await page.getByText(/ on 2G$/).click();
  // An author's own folder is called so.
  for (const name of await page.locator('code').all()) {
    const shown = (await name.textContent()) ?? '';
    if (shown.startsWith(content))
      await name.evaluate(
        (code, text) => {
          code.textContent = text;
        },
        shown.replace(content, 'content'),
      );
  }
  await showInMiddle(page.getByText(wrong));
}

async function openForm(page: Page, desk: GuideDesk): Promise<undefined> {
  await openEditor(page, desk, `${lessonInEditor}?_locale=ru`);
  await shownBeside(page, wrong).waitFor();
}

async function mendText(page: Page, desk: GuideDesk): Promise<undefined> {
  await page.setViewportSize({ width: 1100, height: 600 });
  await openForm(page, desk);
  await goTo(page, body(page));
  await body(page).fill((await body(page).inputValue()).replace(wrong, right));
  await shownBeside(page, right).waitFor();
  await body(page).evaluate((area) => area.scrollTo(0, 0));
  await top(form(page).locator('.passport-body').first());
}

async function breakQuiz(page: Page, desk: GuideDesk): Promise<Locator> {
  await page.setViewportSize({ width: 1100, height: 980 });
  await openForm(page, desk);
  await goTo(page, body(page));
  const text = await body(page).inputValue();
  await body(page).fill(text.replace(wrong, right).replace('::: quiz #q1', '::: quiz'));
  const faults = form(page).locator('.passport-faults').first();
  await faults.getByRole('button').first().waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Show Errors' }).waitFor();
  await page.getByRole('button', { name: 'Show Errors' }).waitFor({ state: 'hidden' });
  await faults.getByRole('button').first().click();
  return form(page);
}

async function saveText(page: Page, desk: GuideDesk): Promise<undefined> {
  await mendText(page, desk);
  await page.setViewportSize({ width: 900, height: 420 });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Entry saved.').waitFor();
  await page
    .locator('.preview.loaded')
    .nth(lessonCount - 1)
    .waitFor();
}

async function openLanguages(page: Page, desk: GuideDesk): Promise<undefined> {
  await page.setViewportSize({ width: 1100, height: 500 });
  await openEditor(page, desk, lessonInEditor);
  await page.getByRole('combobox', { name: 'Switch Locale' }).first().click();
  await page.getByRole('option', { name: 'Kyrgyz' }).hover();
}

async function openTranslation(page: Page, desk: GuideDesk): Promise<Locator> {
  await openEditor(page, desk, `${bagInEditor}?_locale=ky`);
  const state = form(page).locator('[data-key-path=translation]').first();
  await goTo(page, state.locator('[data-state=stale]'));
  return state;
}

async function writeMaterial(page: Page, desk: GuideDesk): Promise<undefined> {
  await openEditor(page, desk, 'admin/kg/#/collections/materials/new');
  await field(page, 'Title').fill('Таштар менен санайбыз');
  await field(page, 'Summary').fill('Балдар беш ташты санап, кайсынысы көп экенин айтышат.');
  await page.getByRole('radio', { name: 'Draft' }).click();
  await choose(page, 'Type', 'Activity');
  await choose(page, 'Domains', 'Thinking and discovery');
  await page.locator('.sidebar').getByRole('textbox').fill('counting-stones');
  await goTo(page, body(page));
  await body(page).fill('Столго беш таш коюңуз. Ар бир бала бирден ташты алып, үн чыгарып санайт.\n');
  await page.locator('.passport-tools input[type=file]').first().setInputFiles(stones);
  await page.frameLocator('iframe').first().getByRole('img').waitFor();
  const withPicture = await body(page).inputValue();
  await body(page).fill(withPicture.replace('What the picture shows', 'Катар коюлган беш күрөң таш'));
  await page.frameLocator('iframe').first().getByRole('img', { name: 'Катар' }).waitFor();
  await top(form(page).locator('.passport-tools').first());
}

async function openChange(page: Page, desk: GuideDesk): Promise<undefined> {
  await openEditor(page, desk, 'admin/kg/#/collections/changes-materials/entries/treasure-bag/index');
  await page.frameLocator('iframe').first().getByRole('heading', { level: 2 }).first().waitFor();
}

async function changeElsewhere(page: Page, desk: GuideDesk): Promise<undefined> {
  await page.setViewportSize({ width: 1100, height: 480 });
  await openEditor(page, desk, `${lessonInEditor}?_locale=ru`);
  await field(page, 'Title').fill('Сначала смотрим, потом помогаем детям');
  await rewrite(path.join(desk.content, `shared/${lesson}/index.ru.md`), right, 'на ковре у окна');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save Anyway' }).waitFor();
}

const stones = {
  name: 'stones.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 60"><path d="M0 48h160v12H0z" fill="#b7c9a1"/>${[
      20, 50, 80, 110, 140,
    ]
      .map(
        (x, index) =>
          `<ellipse cx="${x}" cy="${44 - index}" rx="${11 + index}" ry="${7 + index}" fill="#7d5a44"/>`,
      )
      .join('')}</svg>`,
  ),
};

async function openEditor(page: Page, { url }: GuideDesk, place: string): Promise<void> {
  await page.goto(url + place);
  await form(page).waitFor();
  await field(page, 'Title').waitFor();
  // The sign of the program lies over the form until it has faded.
  await page.getByText('Powered by Sveltia CMS').waitFor({ state: 'hidden' });
}

const form = (page: Page): Locator => page.locator('.pane[data-mode=edit]').first();
const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true }).first();
const body = (page: Page): Locator => form(page).locator('.passport-body textarea').first();
const shownBeside = (page: Page, words: string): Locator =>
  page.frameLocator('iframe').first().getByText(words).first();

/** Fields come into being when they are scrolled to. */
async function goTo(page: Page, wanted: Locator): Promise<void> {
  await form(page).hover();
  while (!(await wanted.isVisible())) await page.mouse.wheel(0, 600);
  await top(wanted);
}

const top = (part: Locator): Promise<void> =>
  part.evaluate((node) => node.scrollIntoView({ block: 'start' }));
const showInMiddle = (part: Locator): Promise<void> =>
  part.evaluate((node) => node.scrollIntoView({ block: 'center' }));

async function choose(page: Page, name: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name });
  await goTo(page, box);
  await box.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** @throws Error when the file does not say what it is to say otherwise: the guide would show something else than it tells */
async function rewrite(file: string, from: string | RegExp, to: string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} does not contain ${from}`);
  await writeFile(file, after);
}
