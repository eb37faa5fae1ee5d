import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latinId } from '../../build/read/latin-name.ts';
import { isContentId } from '../../schemas/brands.ts';
import '../support/fuzz-seed.ts';

test.each([
  ["The child's day: “rain”!", 'the-childs-day-rain'],
  ['Учимся — делиться', 'uchimsya-delitsya'],
  ['Өсүмдүк жана үңкүр', 'osumduk-zhana-ungkur'],
  ['Ҷӯраи хуб', 'jurai-khub'],
  ['Oʻyin va soʻz', 'oyin-va-soz'],
  ['Ўйин', 'oyin'],
  ['Ђачко доба: љуљашка', 'djachko-doba-ljuljashka'],
  ['Đačko doba: ljuljaška', 'djacko-doba-ljuljaska'],
  ['Ұлы дала әні', 'uly-dala-ani'],
  ['1.10', '1-10'],
  ['市場', ''],
])('the folder for “%s” is %s', (title, id) => {
  expect(latinId(title)).toBe(id);
});

test('a long title ends with a whole word', () => {
  expect(latinId(`${'word '.repeat(11)}wordy words`)).toBe(`${'word-'.repeat(11)}wordy`);
  expect(latinId('a'.repeat(80))).toBe('a'.repeat(60));
});

test('whatever the title, there is a sound name or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (title) => {
      const id = latinId(title);
      return id === '' || isContentId(id);
    }),
  );
});
