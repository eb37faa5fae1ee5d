import { expect, test } from 'vitest';
import { checkContent } from '../../build/pipeline.ts';
import { temporaryFolder } from '../support/content.ts';
import { readSites } from './against/opponents.ts';
import { generateContent } from './content/generate-content.ts';

test('other generators get the texts that our readers get', async () => {
  const folder = await temporaryFolder();
  await generateContent({ folder, pages: 1000, seed: 3 });
  const { editions } = await checkContent({ contentFolder: folder, drafts: false });
  const ours = editions.flatMap(({ edition }) =>
    edition.languages.flatMap(({ tag }) =>
      [...edition.entries.values()].map((entry) => {
        const variant = entry.variants.get(tag);
        const { title, summary, durationMinutes } = variant?.fields ?? {};
        const place = `${edition.country.code} ${tag} ${entry.target}`;
        return { place, title, summary, durationMinutes, fallback: variant?.fallback };
      }),
    ),
  );
  const theirs = (await readSites(folder)).flatMap(({ code, pages }) =>
    pages.map(({ language: { tag }, target, fields: { title, description, durationMinutes, fallback } }) => ({
      place: `${code} ${tag} ${target}`,
      ...{ title, summary: description, durationMinutes, fallback: fallback ?? false },
    })),
  );
  expect(ours.length).toBeGreaterThan(500);
  expect(theirs).toEqual(ours);
});
