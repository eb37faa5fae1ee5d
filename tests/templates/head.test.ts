import { describe, expect, test } from 'vitest';
import { isoAges, isoDuration, jsonLd, licenceUrl } from '../../templates/head/json-ld.ts';
import { renderPage } from '../../templates/pages/render-page.ts';
import { lessonPage, samplePages } from './sample-pages.ts';

describe('JSON-LD', () => {
  test('nothing that an author writes ends its element', () => {
    const name = '</script><script>alert(1)</script><!-- <script>';
    const written = jsonLd([{ '@type': 'Thing', name }]).toString();
    expect(written.match(/<[/!]?\w*/g)).toEqual(['<script', '</script']);
    const [, json = ''] = /<script[^>]*>(.*)<\/script>/s.exec(written) ?? [];
    expect(JSON.parse(json)).toEqual({ '@context': 'https://schema.org', '@type': 'Thing', name });
  });

  test('several nodes are one graph', () => {
    const thing = { '@type': 'Thing' };
    expect(jsonLd([thing, thing]).toString()).toContain('"@graph":[{"@type":"Thing"},{"@type":"Thing"}]');
  });

  test('what is not known is not said', () => {
    expect(jsonLd([{ '@type': 'Thing', name: undefined, about: [] }]).toString()).toContain(
      '{"@context":"https://schema.org","@type":"Thing"}',
    );
  });

  test.each([
    [0, 'PT0M'],
    [45, 'PT45M'],
    [60, 'PT1H'],
    [78, 'PT1H18M'],
  ])('%i minutes are %s', (minutes, duration) => {
    expect(isoDuration(minutes)).toBe(duration);
  });

  test('ages are years, licences of Creative Commons addresses', () => {
    expect(isoAges({ fromMonths: 36, toMonths: 72 })).toBe('3-6');
    expect(isoAges({ fromMonths: 30, toMonths: 72 })).toBe('2.5-6');
    expect(licenceUrl('CC BY 4.0')).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(licenceUrl('CC BY-NC-SA 3.0')).toBe('https://creativecommons.org/licenses/by-nc-sa/3.0/');
    expect(licenceUrl('All rights reserved')).toBe('All rights reserved');
  });
});

const canonical = 'https://kg.learningpassport.example/ru/courses/play/observing-play/';

test('a lesson says where it stands in its course', () => {
  const [, json = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(renderPage({ ...lessonPage, canonical })) ??
    [];
  expect((JSON.parse(json) as { '@graph': unknown[] })['@graph']).toEqual([
    {
      '@type': 'LearningResource',
      '@id': canonical,
      name: lessonPage.title,
      inLanguage: 'ru',
      position: 2,
      timeRequired: 'PT12M',
      isPartOf: { '@type': 'Course', '@id': 'https://kg.learningpassport.example/ru/courses/play/' },
    },
    expect.objectContaining({ '@type': 'BreadcrumbList' }),
  ]);
});

test('authors are people, unless they are the organisations behind the site', () => {
  const material = samplePages['fallback-material'];
  if (material?.kind !== 'material') throw new TypeError('the sample is no material');
  const document = renderPage({ ...material, canonical, authors: ['Learning Passport', 'Dilnoza'] });
  expect(document).toContain(
    '"author":[{"@type":"Organization","name":"Learning Passport"},{"@type":"Person","name":"Dilnoza"}]',
  );
});

test('the course of a text that stands in is that in the language of the text', () => {
  const elsewhere = {
    ...lessonPage,
    canonical: canonical.replace('/ru/', '/en/'),
    text: { ...lessonPage.text, fallback: true },
  };
  const document = renderPage(elsewhere);
  expect(document).toContain('"@id":"https://kg.learningpassport.example/en/courses/play/"}');
  expect(document).not.toContain('BreadcrumbList');
});

describe('a mistake', () => {
  const report = 'mailto:kg@learningpassport.example?subject=kg/ru/courses/play/observing-play/';

  test('is reported by a letter that names country, language and page', () => {
    expect(renderPage(lessonPage)).toContain(`<a href="${report}">Report a mistake</a>`);
  });

  test('is reported on pages with a text only, and where somebody reads letters', () => {
    for (const name of ['home', 'search', 'topic', 'material-list'])
      expect(renderPage(samplePages[name] ?? lessonPage)).not.toContain('subject=');
    const chrome = { ...lessonPage.chrome, contact: {} };
    expect(renderPage({ ...lessonPage, chrome })).not.toContain('Report a mistake');
  });
});

test('feed and the icon of iOS are on front pages only, icon and manifest on every page of a language', () => {
  const rels = (name: string): string[] =>
    [...renderPage(samplePages[name] ?? lessonPage).matchAll(/<link rel="([^"]*)"/g)].map(
      ([, rel = '']) => rel,
    );
  expect(rels('home')).toEqual(['icon', 'manifest', 'apple-touch-icon', 'alternate']);
  expect(rels('lesson')).toEqual(['icon', 'manifest']);
  expect(rels('chooser')).toEqual(['icon']);
  expect(rels('not-found')).toEqual([]);
});
