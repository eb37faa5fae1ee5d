import { expect, test } from 'vitest';
import type { SourcePath } from '../../build/model/paths.ts';
import { check } from '../support/content.ts';
import { material } from './changed.ts';

async function fieldsOf(changes: Record<string, string>) {
  const { catalogue, diagnostics } = await check(changes);
  expect(diagnostics).toEqual([]);
  return [...(catalogue.folders.get('shared/materials/bag' as SourcePath)?.texts.values() ?? [])][0]?.fields;
}

test.each([
  '1.10',
  '1.0',
  '045',
  '0x10',
  '1e3',
  '+7',
  '.5',
  '12345678901234567890',
  '12:30:00',
  'NO',
  'yes',
  'true',
  'True',
  '2025-03-01',
  '.inf',
])('title: %s is kept as it was written', async (title) => {
  expect((await fieldsOf(material('title: Bag', `title: ${title}`)))?.title).toBe(title);
});

test('so are the items of a list', async () => {
  const tags = ['1.10', '045', 'NO', '2025-03-01', '12:30:00', 'true'];
  expect((await fieldsOf(material('type:', `tags: [${tags.join(', ')}]\ntype:`)))?.tags).toEqual(tags);
});

test('numbers are numbers where numbers are wanted', async () => {
  expect((await fieldsOf(material('type:', 'durationMinutes: 45 # a remark\ntype:')))?.durationMinutes).toBe(
    45,
  );
});
