/**
 * What a teacher does with her progress, in a real browser on the built sites: she looks at it, takes it to another phone, prints a
 * certificate that somebody checks, and forgets it.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations, sidewaysScroll, violationsDayAndNight } from '../browser/axe.ts';
import { browseSites } from '../browser/browsed-sites.ts';
import { printed } from '../browser/pdf.ts';
import { decodeQr } from '../client/qr/decode.ts';

const own = browseSites();

const format = 'learning-passport/1';
const lessonIds = ['why-play', 'observing-play', 'talking-in-play', 'space-for-play', 'first-week'].map(
  (id) => `play/${id}`,
);
/** 24 November 2026, noon in Greenwich. */
const at = 1_795_521_600;
const done = (count: number) => ({
  format,
  lessons: Object.fromEntries(lessonIds.slice(0, count).map((id) => [id, at])),
  quizzes: {
    'play/why-play#q1': { at, values: { q: '1' }, right: true },
    'play/why-play#q3': { at, values: { q: '2' }, right: false },
  },
  last: { lesson: 'play/space-for-play', at },
});

interface Opened {
  readonly page: Page;
  /** Errors, and requests to elsewhere or with what is nobody's business. */
  readonly strays: readonly string[];
}

/** A phone of its own: nothing is shared between two of them. */
async function phone(
  options: { readonly record?: unknown; readonly script?: boolean; readonly init?: string } = {},
): Promise<Opened> {
  const { page, strays, go } = await own.visit(
    {
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: options.script ?? true,
      timezoneId: 'Asia/Bishkek',
    },
    options.init,
  );
  const told: string[] = [];
  // Progress and names are in no address that a server sees.
  page.on('request', (request) => /p=|name/.test(request.url()) && told.push(request.url()));
  if (options.record !== undefined) {
    await go('kg/ru/search/');
    await page.evaluate(
      `localStorage.setItem('learning-passport kg', ${JSON.stringify(JSON.stringify(options.record))})`,
    );
  }
  return {
    page,
    get strays() {
      return [...strays, ...told];
    },
  };
}

const stored = async (page: Page): Promise<typeof emptyStored> =>
  (await page.evaluate(`JSON.parse(localStorage.getItem('learning-passport kg') ?? 'null')`)) as never;
const emptyStored = {
  lessons: {} as Record<string, number>,
  quizzes: {} as Record<string, { right?: boolean }>,
};
const stamps = (page: Page) => page.locator('#learning .stamps .stamp');
const status = (page: Page) => page.locator('#learning-status');
const lessonsOfPlay = (page: Page) => page.locator('main li a[href*="/courses/play/"]');
/** Its part of the list of all courses. */
const play = (page: Page) => page.locator('#learning [data-course="play"]');

describe('my learning', () => {
  test('without JavaScript it lists courses and lessons, and says where progress is kept', async () => {
    const { page } = await phone({ script: false });
    await page.goto(`${own.url}kg/en/learning/`);
    expect(await page.locator('main').textContent()).toContain('kept on this device only');
    expect(await page.locator('noscript').textContent()).toContain('needs JavaScript');
    expect(await lessonsOfPlay(page).count()).toBe(5);
    expect(await page.locator('main button:visible').count()).toBe(0);
  });

  test('every page leads to it', async () => {
    const { page } = await phone();
    await page.goto(`${own.url}kg/ru/courses/play/first-week/`);
    await page.locator('footer a[href$="learning/"]').click();
    expect(await page.locator('main').getAttribute('data-page')).toBe('learning');
  });

  test('it shows stamps with their days, right answers, and where to go on', async () => {
    const { page, strays } = await phone({ record: done(3) });
    await page.goto(`${own.url}kg/ky/learning/`);
    expect(await stamps(page).count()).toBe(3);
    expect(await play(page).locator('.ring').count()).toBe(2);
    const first = page.locator('[data-lesson="play/why-play"]');
    expect(await first.textContent()).toContain('2026-жылдын 24-ноябры');
    expect(await first.textContent()).toMatch(/2 ичинен 1/);
    expect(await play(page).locator('[data-progress]').textContent()).toContain('3');
    const next = play(page).locator('[data-next] a');
    expect(await next.getAttribute('href')).toContain('/kg/ky/courses/play/space-for-play/');
    expect(await page.locator('[data-certificate]:visible').count()).toBe(0);
    expect(strays).toEqual([]);
  });

  test('nothing is stored by looking at it', async () => {
    const { page } = await phone();
    await page.goto(`${own.url}kg/en/learning/`);
    await page.locator('#take-along').waitFor();
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  test('all of it is forgotten after a second word', async () => {
    const { page } = await phone({ record: done(3) });
    await page.goto(`${own.url}kg/en/learning/`);
    await page.getByRole('button', { name: 'Forget everything on this device' }).click();
    await page.getByRole('button', { name: 'Not now' }).click();
    expect(await stamps(page).count()).toBe(3);
    await page.getByRole('button', { name: 'Forget everything on this device' }).click();
    await page.getByRole('button', { name: 'Yes, forget' }).click();
    await status(page).filter({ hasText: 'forgotten' }).waitFor();
    expect(await stamps(page).count()).toBe(0);
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  test('where storage is blocked it says so, and everything can be read', async () => {
    const { page, strays } = await phone({
      init: `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })`,
    });
    await page.goto(`${own.url}kg/en/learning/`);
    await status(page).filter({ hasText: 'keeps nothing' }).waitFor();
    expect(await lessonsOfPlay(page).count()).toBe(5);
    expect(strays).toEqual([]);
  });

  test('where storage is full it still shows what there is, and says when it cannot add', async () => {
    const { page } = await phone({
      init: `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
        Storage.prototype.getItem = () => ${JSON.stringify(JSON.stringify(done(2)))};`,
    });
    await page.goto(`${own.url}kg/en/learning/`);
    await status(page).filter({ hasText: 'keeps nothing' }).waitFor();
    expect(await stamps(page).count()).toBe(2);
  });
});

describe('from phone to phone', () => {
  async function saveFile(page: Page): Promise<{ readonly name: string; readonly text: string }> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }
  const takeIn = (page: Page, text: string): Promise<void> =>
    page
      .locator('#file')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });

  test('a file carries everything to another phone, and nothing that is there is lost', async () => {
    const from = await phone({ record: done(3) });
    await from.page.goto(`${own.url}kg/ru/learning/`);
    const { name, text } = await saveFile(from.page);
    expect(name).toMatch(/^learning-passport-kg-\d{4}-\d{2}-\d{2}\.json$/);

    const to = await phone({
      record: { format, lessons: { 'play/first-week': at, 'elsewhere/one': at }, quizzes: {} },
    });
    await to.page.goto(`${own.url}kg/ru/learning/`);
    await takeIn(to.page, text);
    await status(to.page).filter({ hasText: /\S/ }).waitFor();
    expect(await stamps(to.page).count()).toBe(4);
    const record = await stored(to.page);
    expect(Object.keys(record.lessons).toSorted()).toEqual(
      [...lessonIds.slice(0, 3), 'play/first-week', 'elsewhere/one'].toSorted(),
    );
    expect(record.quizzes).toEqual(done(3).quizzes);

    // And back: now both know the same.
    const back = await saveFile(to.page);
    await takeIn(from.page, back.text);
    await status(from.page).filter({ hasText: /\S/ }).waitFor();
    expect((await stored(from.page)).lessons).toEqual(record.lessons);
    expect([...from.strays, ...to.strays]).toEqual([]);
  });

  test.each([
    ['damaged', JSON.stringify(done(3)).slice(0, -5)],
    ['foreign', '{"name":"something else"}'],
    ['empty', ''],
    ['of another version', JSON.stringify({ ...done(3), format: 'learning-passport/9' })],
  ])('a file that is %s is refused with a sentence, and nothing is changed', async (_, text) => {
    const { page, strays } = await phone({ record: done(1) });
    await page.goto(`${own.url}kg/en/learning/`);
    await takeIn(page, text);
    await status(page).filter({ hasText: 'Nothing has been changed' }).waitFor();
    expect(await stored(page)).toEqual(done(1));
    expect(strays).toEqual([]);
  });

  /** What a camera would see of the picture. */
  async function photographed(page: Page): Promise<string> {
    const drawn = (await page.locator('#code path').getAttribute('d')) ?? '';
    const side = Number((await page.locator('#code svg').getAttribute('viewBox'))?.split(' ')[2]) - 8;
    const modules = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
    for (const [, x, y, run] of drawn.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      modules[Number(y) - 4]?.fill(true, Number(x) - 4, Number(x) - 4 + Number(run));
    return decodeQr(modules).text;
  }

  test('a code carries lessons and right answers, and is taken in after a tap', async () => {
    const from = await phone({ record: done(3) });
    const loaded: string[] = [];
    from.page.on('request', (request) => loaded.push(request.url()));
    await from.page.goto(`${own.url}kg/ru/learning/`);
    expect(loaded.some((url) => url.includes('/qr.'))).toBe(false);
    await from.page.locator('#show-code').click();
    await from.page.locator('#code svg path').waitFor();
    const link = await photographed(from.page);
    expect(await from.page.locator('#code a').getAttribute('href')).toBe(link);
    expect(link.startsWith(`${own.url}kg/ru/learning/#p=`)).toBe(true);

    const to = await phone({ record: { format, lessons: { 'play/why-play': at - 86_400 }, quizzes: {} } });
    await to.page.goto(link);
    const offer = to.page.locator('#offer');
    await offer.waitFor();
    expect(await offer.textContent()).toMatch(/уроки — 2, верные ответы — 1/);
    expect(await offer.locator('li').count()).toBe(2);
    expect(Object.keys((await stored(to.page)).lessons)).toHaveLength(1);
    await to.page.locator('#offer-add').click();
    await status(to.page).filter({ hasText: /\S/ }).waitFor();
    expect(await stamps(to.page).count()).toBe(3);
    const record = await stored(to.page);
    expect(record.lessons['play/why-play']).toBe(at - 86_400);
    expect(record.quizzes['play/why-play#q1']?.right).toBe(true);
    expect(new URL(to.page.url()).hash).toBe('');

    // A second time there is nothing to add.
    await to.page.goto(link);
    await offer.waitFor();
    expect(await to.page.locator('#offer-add').isVisible()).toBe(false);
    expect([...from.strays, ...to.strays]).toEqual([]);
  });

  test('a code that does not load is answered with a sentence, and can be asked for again', async () => {
    const { page } = await phone({ record: done(1) });
    await page.route('**/qr.*.js', (route) => route.abort());
    await page.goto(`${own.url}kg/en/learning/`);
    await page.locator('#show-code').click();
    await status(page).filter({ hasText: 'did not load' }).waitFor();
    expect(await page.locator('#code').isVisible()).toBe(false);
  });

  test('a link that is damaged is refused with a sentence, and nothing is changed', async () => {
    const { page, strays } = await phone({ record: done(1) });
    await page.goto(`${own.url}kg/en/learning/#p=AQEBAAAAAAAA`);
    await status(page).filter({ hasText: 'Nothing has been changed' }).waitFor();
    expect(await page.locator('#offer').isVisible()).toBe(false);
    expect(await stored(page)).toEqual(done(1));
    expect(strays).toEqual([]);
  });

  test('120 lessons that this site does not know go through it in one code, and come out whole', async () => {
    const lessons = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`another-country/lesson-${index}`, at + index * 86_400]),
    );
    const from = await phone({ record: { format, lessons, quizzes: {} } });
    await from.page.goto(`${own.url}kg/en/learning/`);
    expect(await from.page.locator('#others').textContent()).toContain('120');
    await from.page.locator('#show-code').click();
    await from.page.locator('#code svg path').waitFor();
    const first = await from.page.locator('#code a').getAttribute('href');

    const over = await phone();
    await over.page.goto(first ?? '');
    await over.page.locator('#offer-add').click();
    await status(over.page).filter({ hasText: /\S/ }).waitFor();
    expect(Object.keys((await stored(over.page)).lessons)).toHaveLength(120);
    await over.page.locator('#show-code').click();
    await over.page.locator('#code svg path').waitFor();
    expect(await over.page.locator('#code a').getAttribute('href')).toBe(first);
  });
});

/** All lessons done, and so many of the questions of the course right, from its first on. */
async function finished(rightCount = Number.POSITIVE_INFINITY) {
  const page = await own.sites.read('kg/en/certificate/index.html');
  const names = [...page.matchAll(/data-lesson="(play\/[^"]+)" data-quizzes="([^"]*)"/g)].flatMap(
    ([, lesson, quizzes = '']) => quizzes.split(' ').map((quiz) => `${lesson}#${quiz}`),
  );
  const quizzes = names.map((quiz, index) => [quiz, { at, values: {}, right: index < rightCount }]);
  return { ...done(5), quizzes: Object.fromEntries(quizzes) };
}

describe('certificate', () => {
  const name = 'Гүлназ Орозбекова';

  test('without JavaScript it says what it needs', async () => {
    const { page } = await phone({ script: false });
    await page.goto(`${own.url}kg/en/certificate/?course=play`);
    expect(await page.locator('noscript').textContent()).toContain('needs JavaScript');
    expect(await page.locator('.sheet').isVisible()).toBe(false);
    // A form that is sent would put a name into an address.
    await page.goto(`${own.url}kg/en/certificate/verify/`);
    expect(await page.locator('noscript').textContent()).toContain('needs JavaScript');
    expect(await page.locator('form').isVisible()).toBe(false);
  });

  test('a course with a lesson left has none', async () => {
    const { page } = await phone({ record: done(4) });
    await page.goto(`${own.url}kg/en/certificate/?course=play`);
    await page.locator('#certificate-status').filter({ hasText: 'Not all lessons' }).waitFor();
    expect(await page.locator('.sheet').isVisible()).toBe(false);
    expect(await page.locator('#naming').isVisible()).toBe(false);
  });

  test('a course whose pass mark is not reached says what is missing, and leads to the questions', async () => {
    const { page, strays } = await phone({ record: await finished(10) });
    await page.goto(`${own.url}kg/en/courses/play/`);
    expect(await page.locator('.facts').textContent()).toContain(
      'All lessons done, and 70% of the questions right',
    );
    await page.getByRole('link', { name: 'Certificate' }).click();
    const says = page.locator('#certificate-status');
    await says.filter({ hasText: 'Right answers: 10 of 15.' }).waitFor();
    expect(await says.textContent()).toBe(
      'Right answers: 10 of 15. For the certificate at least 11 are needed.',
    );
    expect(await page.locator('.sheet').isVisible()).toBe(false);
    const left = page.getByRole('region', { name: 'Still to do' }).getByRole('listitem');
    expect(await left.allTextContents()).toEqual([
      expect.stringMatching(/^A place that invites playRight so far: 1 of 3\s*$/),
      expect.stringMatching(/^Your first week of playRight so far: 0 of 3\s*$/),
    ]);
    await left.last().getByRole('link').click();
    expect(new URL(page.url()).hash).toBe('#q1');
    const quiz = page.locator('form#q1');
    await quiz.locator('[value="2"]').check();
    await quiz.getByRole('button', { name: 'Check' }).click();
    expect(await quiz.getByRole('status').textContent()).toMatch(/^Correct/);
    await page.goto(`${own.url}kg/en/certificate/?course=play`);
    await page.locator('.sheet').waitFor();
    expect(await page.locator('#left').isVisible()).toBe(false);
    expect(strays).toEqual([]);
  });

  test('a lesson that is left and questions that are left are said together', async () => {
    const { page } = await phone({ record: done(4) });
    await page.goto(`${own.url}kg/en/certificate/?course=play`);
    await page.locator('#certificate-status').filter({ hasText: 'at least 11 are needed' }).waitFor();
    const left = page.getByRole('region', { name: 'Still to do' }).getByRole('listitem');
    expect(await left.count()).toBe(5);
    expect(await left.last().textContent()).toMatch(/^Your first week of playNot done yet\s*$/);
    expect(new URL(String(await left.last().getByRole('link').getAttribute('href')), page.url()).hash).toBe(
      '',
    );
    expect(await axeViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  test('a finished course leads to it; it is one landscape page with name, course and code, and the code is checked', async () => {
    const { page, strays } = await phone({ record: await finished() });
    await page.goto(`${own.url}kg/ru/learning/`);
    await play(page).locator('[data-certificate] a').click();
    await page.locator('#name').fill(name);
    const sheet = page.locator('.sheet');
    expect(await sheet.textContent()).toContain(name);
    expect(await sheet.textContent()).toContain('24 ноября 2026');
    expect(await sheet.textContent()).toContain('Никто этого не проверял');
    const code = (await page.locator('[data-slot="code"]').textContent()) ?? '';
    expect(new URL(page.url()).search).toBe('?course=play');

    const { pageCount, widthPt, heightPt, text } = await printed(page);
    expect({ pageCount, widthPt, heightPt }).toEqual({ pageCount: 1, widthPt: 842, heightPt: 595 });
    expect(text).toMatch(/Гүлназ Орозбекова.*Учимся через игру/);
    expect(text).toContain(code);
    await page.emulateMedia({ media: 'print' });
    for (const shown of [
      '[data-slot="name"]',
      '[data-slot="course"]',
      '[data-slot="code"]',
      '.honest >> nth=0',
    ])
      expect(await page.locator(shown).isVisible(), shown).toBe(true);
    for (const other of ['header', 'footer', 'h1', '#naming', '.skip'])
      expect(await page.locator(other).isVisible(), other).toBe(false);
    await page.emulateMedia({ media: null });

    // Without the tick the name is gone with the page.
    await page.reload();
    expect(await page.locator('#name').inputValue()).toBe('');
    await page.locator('#name').fill(name);
    await page.locator('#keep').check();
    await page.reload();
    expect(await page.locator('#name').inputValue()).toBe(name);

    const other = await phone();
    await other.page.goto(`${own.url}kg/en/certificate/verify/`);
    const ask = async (typedName: string, typedCode: string): Promise<string> => {
      await other.page.locator('#name').fill(typedName);
      await other.page.locator('#code').fill(typedCode);
      await other.page.keyboard.press('Enter');
      return (await other.page.locator('#verdict').textContent()) ?? '';
    };
    const verdict = await ask('  гүлназ орозбекова ', code.toLowerCase());
    expect(verdict).toMatch(/^\s*Consistent/);
    expect(verdict).toContain('24 November 2026');
    expect(verdict).toContain('1 h');
    expect(await ask('Айнура Токтосунова', code)).toContain('Not consistent');
    expect(await ask(name, 'AAAA')).toContain('Unreadable');
    expect(new URL(other.page.url()).search).toBe('');
    expect([...strays, ...other.strays]).toEqual([]);
  });

  test('it stays one page with the longest name and the longest title', async () => {
    const { page } = await phone({ record: await finished() });
    await page.goto(`${own.url}rs/sr-cyrl/certificate/`);
    await page.evaluate(
      `localStorage.setItem('learning-passport rs', ${JSON.stringify(JSON.stringify(await finished()))})`,
    );
    await page.goto(`${own.url}rs/sr-cyrl/certificate/?course=play`);
    const title = 'Учимо се кроз игру и посматрање деце у вртићу, код куће и напољу, '
      .repeat(3)
      .slice(0, 140);
    await page.locator('[data-slot="course"]').evaluate((slot, text) => {
      slot.textContent = text;
    }, title);
    await page.locator('#name').fill('Жшцмљњ Шћџђфюм '.repeat(6).slice(0, 80));
    expect((await printed(page)).pageCount).toBe(1);
  });

  test('markup in a name stays text', async () => {
    const { page, strays } = await phone({ record: await finished() });
    await page.goto(`${own.url}kg/en/certificate/?course=play`);
    await page.locator('#name').fill('<img src=x onerror=alert(1)>');
    expect(await page.locator('[data-slot="name"]').textContent()).toBe('<img src=x onerror=alert(1)>');
    expect(strays).toEqual([]);
  });
});

describe('as scripts have filled them in, axe finds nothing, and nothing is wider than a small phone', () => {
  type Act = (page: Page) => Promise<unknown>;
  const states: readonly (readonly [string, string, Act])[] = [
    [
      'my learning with its code and its last question',
      'kg/ky/learning/',
      async (page) => {
        await page.locator('#show-code').click();
        await page.locator('#code svg path').waitFor();
        await page.locator('#forget-ask').click();
      },
    ],
    [
      'what a link would add',
      'kg/ru/learning/',
      async (page) => {
        await page.locator('#show-code').click();
        await page.locator('#code svg path').waitFor();
        const link = (await page.locator('#code a').getAttribute('href')) ?? '';
        await page.evaluate('localStorage.clear()');
        await page.goto(link);
        await page.reload();
        await page.locator('#offer').waitFor();
      },
    ],
    [
      'a certificate',
      'kg/ru/certificate/?course=play',
      (page) => page.locator('#name').fill('Константинопольская-Орозбекова Айнура'),
    ],
    ['finished courses', 'kg/ky/certificate/', async () => undefined],
    [
      'an answer of the check',
      'kg/ky/certificate/verify/',
      async (page) => {
        await page.locator('#name').fill('A');
        await page.locator('#code').fill('B');
        await page.keyboard.press('Enter');
        await page.locator('#verdict b').filter({ hasText: /\S/ }).waitFor();
      },
    ],
  ];
  test.each(states)('%s', async (_, address, act) => {
    const { page, strays } = await phone({ record: await finished() });
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(own.url + address);
    await act(page);
    expect(await violationsDayAndNight(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(strays).toEqual([]);
  });
});
