/**
 * JSON-LD of every page: what search engines and catalogues of learning resources ask of each type (schema.org with LRMI).
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSites, sitesWithGaps } from '../support/built-sites.ts';
import { type Head, headOf, type JsonNode } from './head-of-page.ts';

let sites: BuiltSites;
const heads = new Map<string, Head>();

beforeAll(async () => {
  sites = await sitesWithGaps();
  for (const file of sites.files.filter((name) => name.endsWith('.html')))
    heads.set(file, headOf(await sites.read(file)));
});
afterAll(() => sites.remove());

const node = (file: string, type: string): JsonNode | undefined =>
  heads.get(file)?.graph.find((candidate) => candidate['@type'] === type);

/** What a node of a type must say. */
const required: Readonly<Record<string, readonly string[]>> = {
  WebSite: ['@id', 'url', 'name', 'inLanguage'],
  Course: [
    '@id name description inLanguage provider isAccessibleForFree educationalLevel timeRequired',
    'hasCourseInstance offers audience about license hasPart',
  ].flatMap((names) => names.split(' ')),
  BreadcrumbList: ['itemListElement'],
};
const lesson = '@id name inLanguage position timeRequired isPartOf'.split(' ');
const material =
  '@id name description inLanguage learningResourceType typicalAgeRange about license author dateModified isAccessibleForFree'.split(
    ' ',
  );

test('a page is what its kind says, with all that its type asks for', () => {
  const subjects: Readonly<Record<string, string>> = {
    home: 'WebSite',
    course: 'Course',
    lesson: 'LearningResource',
    material: 'LearningResource',
  };
  for (const [file, { kind, graph }] of heads) {
    const subject = graph.find((candidate) => candidate['@type'] !== 'BreadcrumbList');
    expect(subject?.['@type'], file).toBe(subjects[kind]);
    for (const { '@type': type, ...said } of graph) {
      const asked = required[type] ?? (kind === 'lesson' ? lesson : material);
      for (const property of asked) expect(said[property], `${file}: ${type}.${property}`).toBeDefined();
    }
  }
});

test('nothing is said that is empty', () => {
  for (const [file, { graph }] of heads)
    for (const said of graph)
      expect(JSON.stringify(said), file).not.toMatch(/null|undefined|\[\]|\{\}|:""|NaN/);
});

test('a resource is in the language of its text and at the address of its text', () => {
  for (const [file, { graph, kind, canonical, standsIn, lang }] of heads) {
    if (!['course', 'lesson', 'material'].includes(kind)) continue;
    const [resource] = graph;
    expect(resource?.['@id'], file).toBe(canonical);
    const own = [...heads.values()].find((head) => head.canonical === canonical && !head.standsIn);
    expect(resource?.inLanguage, file).toBe(standsIn ? own?.lang : lang);
  }
  expect(node('kg/ky/courses/belong/big-feelings/index.html', 'LearningResource')?.inLanguage).toBe('ru');
});

test('a way back numbers its steps from the front page to the page itself', () => {
  for (const [file, { graph, canonical, standsIn, kind }] of heads) {
    const trail = graph.find((candidate) => candidate['@type'] === 'BreadcrumbList');
    const isElsewhere = standsIn || !canonical?.endsWith(file.slice(2, -'index.html'.length));
    const hasTrail = !isElsewhere && !['home', 'chooser', 'not-found'].includes(kind);
    expect(trail !== undefined, file).toBe(hasTrail);
    const steps = (trail?.itemListElement ?? []) as { position: number; name: string; item: string }[];
    expect(
      steps.map(({ position }) => position),
      file,
    ).toEqual(steps.map((_, index) => index + 1));
    if (hasTrail) expect(steps.at(-1)?.item, file).toBe(canonical);
    const folders = steps.map(({ item }) => item);
    expect(folders, file).toEqual(folders.toSorted((a, b) => a.length - b.length));
  }
  const steps = node('kg/ru/courses/play/why-play/index.html', 'BreadcrumbList')
    ?.itemListElement as unknown[];
  expect(steps).toHaveLength(4);
});

test('times are durations, licences addresses, ages years', () => {
  const course = node('rs/en/courses/play/index.html', 'Course');
  expect(course?.timeRequired).toMatch(/^PT(\d+H)?(\d+M)?$/);
  expect(course?.license).toBe('https://creativecommons.org/licenses/by/4.0/');
  expect(course?.hasCourseInstance).toMatchObject({ '@type': 'CourseInstance', courseMode: 'online' });
  const bag = node('rs/en/materials/treasure-bag/index.html', 'LearningResource');
  expect(bag?.typicalAgeRange).toBe('3-6');
  expect(bag?.audience).toMatchObject([{ '@type': 'EducationalAudience', educationalRole: 'teacher' }, {}]);
});
