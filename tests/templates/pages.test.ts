import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../templates/model/page.ts';
import { renderPage } from '../../templates/pages/render-page.ts';
import { lessonBody } from './sample-body.ts';
import { samplePages } from './sample-pages.ts';

const page = (name: string): Page => {
  const found = samplePages[name];
  if (found === undefined) throw new RangeError(`There is no sample page “${name}”.`);
  return found;
};
const render = (name: string): string => renderPage(page(name));

const scripted: ReadonlySet<string> = new Set([
  'search',
  'lesson',
  'course',
  'home',
  'learning',
  'certificate',
  'verify',
  'release',
  'mirror',
]);

const nothingToPress: ReadonlySet<string> = new Set(['empty-library']);

describe.each(Object.entries(samplePages))('%s', (name, sample) => {
  const document = renderPage(sample);

  test('has one h1, one main with kind and id, and its language', () => {
    expect(document.match(/<h1[ >]/g)).toHaveLength(1);
    expect(document).toContain(
      `data-page="${sample.kind}" data-id="${'id' in sample ? sample.id : sample.kind}"`,
    );
    expect(document).toContain(`<html lang="${sample.chrome.language.htmlLang}" dir="ltr">`);
  });

  test('has no style attribute, no event handler, and no script but that of its kind', () => {
    expect(document).not.toMatch(/ style=| on[a-z]+=/);
    const scripts = document.match(/<script(?! type="application\/ld\+json")/g) ?? [];
    const expected = (scripted.has(sample.kind) || 'scriptPath' in sample) && !nothingToPress.has(name);
    expect(scripts).toHaveLength(expected ? 1 : 0);
    expect((document.match(/<script type="application\/ld\+json"/g) ?? []).length).toBeLessThan(2);
  });

  test('links within the site relatively, or in full on a page that is served elsewhere', () => {
    const links = [...document.matchAll(/ (?:href|src|action)="([^"]*)"/g)].map(([, link = '']) => link);
    expect(links.filter((link) => link.startsWith('/'))).toEqual([]);
    if (sample.absoluteBase === undefined) return;
    expect(links.filter((link) => !/^(?:https:|mailto:|data:|#)/.test(link))).toEqual([]);
  });

  test('holds nothing that a mistake would write', () => {
    const body = document.slice(document.indexOf('<body>')).replace(/data-[a-z]+="[^"]*"/g, '');
    expect(body).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
  });
});

test.each(['material', 'course', 'group', 'page'])(
  'a %s whose text holds a quiz loads the script of lessons',
  (name) => {
    const sample = page(name);
    if (!('body' in sample)) throw new TypeError(`no text on a ${name}`);
    const document = renderPage({ ...sample, body: lessonBody });
    expect(document.match(/<script type="module" src="[^"]*lesson\.[^"]*"/g)).toHaveLength(1);
  },
);

test('titles carry the name of the site, the home page its country', () => {
  const titles = ['home', 'lesson', 'chooser'].map((name) => /<title>(.*)<\/title>/.exec(render(name))?.[1]);
  expect(titles).toEqual([
    'Паспорт обучения · Кыргызстан',
    'Сначала смотрим, потом помогаем — Паспорт обучения',
    'Окуу паспорту · Паспорт обучения · Learning Passport',
  ]);
});

test('a fallback page says so and marks the language of its text', () => {
  const document = render('fallback-material');
  expect(document).toContain('<html lang="uz-Latn" dir="ltr">');
  expect(document).toContain('<h1 lang="ru">Ветер и шапка</h1>');
  expect(document).toContain('<div class="text" lang="ru">');
  expect(document).toContain('another language: <b lang="ru">русский</b>.');
  expect(document).toContain('<span lang="ru">шапка</span>');
});

test('the languages of a page are links in their own language', () => {
  expect(render('lesson')).toContain(
    '<a lang="ky" href="../../../../ky/courses/play/observing-play/"><span>Кыр</span>гызча</a>',
  );
});

test('a lesson shows where it stands and leads on', () => {
  const document = render('lesson');
  expect(document).toContain('Lesson 2 of 5');
  expect(document).toContain('rel="next" href="../talking-in-play/"');
  expect(document).toContain('rel="prev" href="../why-play/"');
  expect(document).toContain('<a href="./" aria-current="page">');
});

test('a lesson with its style sheet takes at most 8 KB of the line', () => {
  expect(brotliCompressSync(render('lesson')).length).toBeLessThan(8 * 1024);
});

test('the home page sets the first sentence of its tagline large', () => {
  expect(render('home')).toContain('<h1>Дети учатся, играя. <span>Бесплатные короткие курсы');
});

test('search asks itself, and leads those without JavaScript to every page', () => {
  const document = render('search');
  expect(document).toContain(
    '<form class="find" role="search" method="get" action="./#all" autocomplete="off" data-root="../" data-bundle="../pagefind/"',
  );
  expect(document).toContain('<ol id="results"');
  expect(document).toContain('data-counts="1 result|2 results|');
  expect(document).toContain('<a href="../materials/treasure-bag/">Мешочек с сокровищами</a>');
});

test('the 404 page speaks every language of the site', () => {
  const document = render('not-found');
  for (const lang of ['ru', 'ky', 'en']) {
    expect(document).toContain(`<section class="text" lang="${lang}">`);
    expect(document).toContain(`href="https://kg.learningpassport.example/${lang}/search/"`);
  }
});
