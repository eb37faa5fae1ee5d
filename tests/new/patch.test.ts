import { expect, test } from 'vitest';
import { checkContent } from '../../build/pipeline.ts';
import { contentFolder, text } from '../support/content.ts';
import { faultsIn, make, sentences } from './make.ts';

const bag = 'shared/materials/bag';
const files = {
  [`${bag}/index.en.md`]: text(
    'title: Bag\nsummary: A bag.\nimage: {src: p.svg, alt: A bag on a chair, credit: Aigul}\ntype: activity\nages: {fromMonths: 36, toMonths: 84}\ndomains: [cognition]\nresources: [a bag, a spoon]\n',
    'Touch.\n',
  ),
  [`${bag}/index.ru.md`]: text(
    'title: Мешок\nsummary: О мешке.\nimage: {alt: Мешок на стуле}\nresources: [мешок]\ntranslation: {of: en, by: machine, reviewed: false}\n',
    'Потрогай.\n',
  ),
  [`${bag}/p.svg`]: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>',
};
const flags = { of: 'materials/bag', country: 'kg', lang: 'ru' };

test('a patch begins with what readers of its language get, and knows on what it is based', async () => {
  const folder = await contentFolder(files);
  const { text: made } = await make(folder, 'patch', { ...flags, fields: 'image,resources' });
  expect(made).toMatchInlineSnapshot(`
    "---
    # The picture of this page, in a file beside the text.
    image:
      src: p.svg
      alt: Мешок на стуле
      credit: Aigul
    # The things that are needed, best such as are found in any home.
    resources:
      - мешок
    # draft and review are shown in the preview only; published is on the site. Without this field the
    # text is published.
    status: draft
    basedOn: bbfa9e88c0aa8f38
    # The shared text also has what follows. Take the # away to change it here.
    # title: Мешок
    # summary: О мешке.
    # type: activity
    # ages:
    #   fromMonths: 36
    #   toMonths: 84
    # domains:
    #   - cognition
    ---
    "
  `);
  expect(await faultsIn(folder)).toEqual([]);
});

test('with a text of its own it says who translated that', async () => {
  const folder = await contentFolder(files);
  const { text: made } = await make(folder, 'patch', { ...flags, body: 'yes' });
  expect(made).toMatch(
    /translation:\n {2}of: en\n {2}by: machine\n {2}reviewed: false\n[\s\S]*---\n\nПотрогай\.\n$/,
  );
  expect(await faultsIn(folder)).toEqual([]);
});

test('in a language that the shared text does not have it begins with all words and the text of the original', async () => {
  const folder = await contentFolder({ ...files, [`${bag}/index.ru.md`]: null });
  const { text: made } = await make(folder, 'patch', flags);
  expect(made).toMatch(
    /\ntitle: Bag\n[\s\S]*\nresources:\n {2}- a bag\n[\s\S]*\n# type: activity\n[\s\S]*---\n\nTouch\.\n$/,
  );
  expect(await faultsIn(folder)).toEqual([]);
});

test('what is not language agrees with other patches of the country', async () => {
  const folder = await contentFolder({
    ...files,
    'countries/kg/materials/bag/index.en.patch.md': text('ages:\n  toMonths: 60\n'),
  });
  const { text: made } = await make(folder, 'patch', { ...flags, fields: 'ages' });
  expect(made).toContain('ages:\n  fromMonths: 36\n  toMonths: 60\n');
});

test('until it is published the site has the shared text', async () => {
  const folder = await contentFolder(files);
  await make(folder, 'patch', { ...flags, fields: 'title' });
  const { editions } = await checkContent({ contentFolder: folder, drafts: false });
  expect(editions[0]?.edition.entries.get('/materials/bag/')?.origin).toBe('shared');
});

test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string]>([
  [
    'a country that does not exist',
    {},
    { country: 'kk' },
    'country: "kk" is not one of: kg (did you mean "kg"?)',
  ],
  [
    'a field of another kind',
    {},
    { fields: 'title,lesson' },
    'fields: "lesson" is not one of: title, summary, image, type, ages, domains, resources (write one of them)',
  ],
  [
    'a field that the shared text does not have',
    {},
    { fields: 'groupSize' },
    'fields: the shared material has no "groupSize" that could be changed (make the patch without it, and add the line to the file)',
  ],
  [
    'a text that the country has replaced',
    {
      'countries/kg/materials/bag/index.en.md': text(
        'title: Bag\nsummary: A bag.\ntype: activity\nages: {fromMonths: 36, toMonths: 84}\ndomains: [cognition]\n',
      ),
    },
    {},
    'a patch would have no effect: content/countries/kg/materials/bag replaces the shared material wholly (make the change there)',
  ],
  [
    'a patch that is there',
    { 'countries/kg/materials/bag/index.ru.patch.md': text('title: Мешочек\n') },
    {},
    'content/countries/kg/materials/bag/index.ru.patch.md is there already (nothing was changed; open that file)',
  ],
])('%s is refused', async (_, more, changed, sentence) => {
  const folder = await contentFolder({ ...files, ...more });
  const { problems } = await make(folder, 'patch', { ...flags, ...changed });
  expect(sentences(problems)).toEqual([sentence]);
});
