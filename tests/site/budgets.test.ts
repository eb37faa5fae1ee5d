/** Real builds of a lesson that is too long. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { brotliBytes } from '../../build/budgets/brotli.ts';
import { formatWeights } from '../../build/budgets/format-weights.ts';
import { weighSites } from '../../build/budgets/weigh-sites.ts';
import { type BuildResult, buildSites } from '../../build/pipeline.ts';
import { contentFolder, temporaryFolder, text, writeContent } from '../support/content.ts';

const lesson = 'shared/courses/play/first/index.en.md';
const fields = 'title: First\nsummary: The first lesson.\ndurationMinutes: 10\n';
const quiz = '::: quiz #q1\nWhich?\n\n- [ ] This\n- [x] That\n:::\n';

/** Words that no other resembles. */
const words = (count: number): string =>
  Array.from({ length: count }, (_, at) => ((at * 2_654_435_761) >>> 5).toString(36)).join(' ');
const lessonOf = (count: number): string => text(fields, `## Why\n\nBecause ${words(count)}.\n\n${quiz}`);

const heavyIn = ({ diagnostics }: BuildResult): string[] =>
  diagnostics.filter(({ code }) => code === 'page/budget').map(({ severity, file }) => `${severity} ${file}`);

async function openSite(drafts = false) {
  const content = await contentFolder();
  const out = path.join(await temporaryFolder(), 'dist');
  const cache = await temporaryFolder();
  return {
    out,
    write: (files: Record<string, string>) => writeContent(content, files),
    build: () => buildSites({ contentFolder: content, out, cache, drafts }),
    page: () => readFile(path.join(out, 'kg/en/courses/play/first/index.html'), 'utf8'),
  };
}

test.each([
  ['of its text alone', text(fields, `## Why\n\nBecause.\n\n${quiz}`)],
  ['of a field as well', text(`${fields}objectives: [Play]\n`, quiz)],
])(
  'a lesson that has become too long by an edit %s is a fault, and the published site stays',
  async (_, before) => {
    const site = await openSite();
    await site.write({ [lesson]: before });
    expect((await site.build()).sites).toHaveLength(1);
    const published = await site.page();
    await site.write({ [lesson]: lessonOf(2500) });
    for (const attempt of ['first', 'again']) {
      const result = await site.build();
      expect(heavyIn(result), attempt).toEqual([`error ${lesson}`]);
      expect(result.sites, attempt).toEqual([]);
    }
    expect(await site.page()).toBe(published);
    await site.write({ [lesson]: lessonOf(100) });
    expect(heavyIn(await site.build())).toEqual([]);
    expect(await site.page()).not.toBe(published);
  },
);

test('a preview shows it, and warns until it is shorter, whatever else is saved', async () => {
  const site = await openSite(true);
  const warning = [`warning ${lesson}`];
  await site.write({ [lesson]: lessonOf(2500) });
  expect(heavyIn(await site.build())).toEqual(warning);
  expect(await site.page()).toContain('Because 0');
  expect(heavyIn(await site.build()), 'nothing changed').toEqual(warning);
  const group = 'shared/groups/talk/index.en.md';
  const groupWith = (title: string, body: string): string =>
    text(`title: ${title}\nsummary: A community.\naudience: [educator]\n`, body);
  await site.write({ [group]: groupWith('Talk', 'Welcome all.\n') });
  expect(heavyIn(await site.build()), 'another text').toEqual(warning);
  await site.write({ [group]: groupWith('Talks', 'Welcome all.\n') });
  expect(heavyIn(await site.build()), 'another title').toEqual(warning);
  await site.write({ [lesson]: lessonOf(100) });
  expect(heavyIn(await site.build()), 'shorter').toEqual([]);
});

test('what pages weigh is told of each template, exactly', async () => {
  const site = await openSite();
  await site.write({ [lesson]: lessonOf(300) });
  const { sites } = await site.build();
  const weights = await weighSites(
    site.out,
    sites.map(({ country }) => country),
  );
  const heaviest = weights
    .find(({ kind }) => kind === 'lesson')
    ?.heaviest.values()
    .next().value;
  expect(heaviest?.output).toBe('kg/en/courses/play/first/index.html');
  expect(heaviest?.bytes).toBe(brotliBytes(await site.page()));
  expect(weights.map(({ kind }) => kind)).toContain('chooser');
  expect(weights.reduce((sum, { pages }) => sum + pages, 0)).toBe(sites[0]?.pages);
  const table = formatWeights(weights).split('\n');
  expect(table[2]).toMatch(
    /^lesson +2 +[\d,]+ +8,192 +\d+ % +[\d,]+ +3,072 {2}\/kg\/en\/courses\/play\/first\/$/,
  );
});
