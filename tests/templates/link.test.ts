import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageLink, relativeHref } from '../../templates/link.ts';

test.each([
  ['/ru/courses/play/', '/ru/materials/x/', '../../materials/x/'],
  ['/ru/courses/play/', '/ru/courses/play/', './'],
  ['/ru/courses/play/', '/ru/courses/play/#q1', '#q1'],
  ['/ru/courses/play/', '/ru/courses/play/?q=a', '?q=a'],
  ['/ru/courses/play/', '/ru/courses/', '../'],
  ['/ru/courses/play/', '/ru/courses/play/first-week/', 'first-week/'],
  ['/ru/courses/play/', '/ky/courses/play/', '../../../ky/courses/play/'],
  ['/ru/courses/play/', '/assets/x.svg', '../../../assets/x.svg'],
  ['/ru/', '/', '../'],
  ['/index.html', '/ru/', 'ru/'],
  ['/', '/ru/materials/x/?a=b/c#d/e', 'ru/materials/x/?a=b/c#d/e'],
  ['/', '/a:b/', './a:b/'],
  ['/404.html', '/404.html', '404.html'],
  ['/ru/404.html', '/ru/', './'],
])('from %s to %s: %s', (from, to, expected) => {
  expect(relativeHref(from, to)).toBe(expected);
});

test('a relative link leads where it should, from any page', () => {
  const segment = fc.stringMatching(/^[a-z0-9:-]{1,4}$/);
  const path = fc
    .array(segment, { maxLength: 4 })
    .map((segments) => segments.map((name) => `${name}/`).join(''));
  fc.assert(
    fc.property(path, path, fc.constantFrom('', '#a', '?q=1', 'x.svg'), (from, to, tail) => {
      const base = `https://kg.example/mirror/${from}`;
      expect(new URL(relativeHref(`/${from}`, `/${to}${tail}`), base).href).toBe(
        `https://kg.example/mirror/${to}${tail}`,
      );
    }),
  );
});

test('a page that is served at other addresses links to its site in full', () => {
  expect(pageLink({ path: '/404.html', absoluteBase: 'https://example.org/kg/' }, '/ru/')).toBe(
    'https://example.org/kg/ru/',
  );
  expect(pageLink({ path: '/ru/' }, '/ru/courses/')).toBe('courses/');
});
