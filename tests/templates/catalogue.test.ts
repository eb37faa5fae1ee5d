import { readdirSync, readFileSync } from 'node:fs';
import gettext from 'gettext-parser';
import { expect, test } from 'vitest';
import { parsePo } from '../../build/parse/po.ts';
import { usedMessages } from './messages.ts';

const source = readFileSync(new URL('../../content/strings/en.po', import.meta.url), 'utf8');
const catalogue = gettext.po.parse(source);
const entries = Object.values(catalogue.translations)
  .flatMap((context) => Object.values(context))
  .filter(({ msgid }) => msgid !== '')
  .map((entry) => ({ ...entry, notes: new Map(Object.entries(entry.comments ?? {})) }));

const keyOf = (id: string, plural = '', context = ''): string => [context, id, plural].join(' | ');

test('the English catalogue has the messages that templates use, and no others', () => {
  const used = usedMessages().map(({ id, plural, context }) => keyOf(id, plural, context));
  const listed = entries.map(({ msgid, msgid_plural, msgctxt }) => keyOf(msgid, msgid_plural, msgctxt));
  expect(listed.toSorted()).toEqual(used.toSorted());
});

test('every message has its English text in each form', () => {
  for (const { msgid, msgid_plural, msgstr } of entries) {
    expect(msgstr, msgid).toHaveLength(msgid_plural === undefined ? 1 : 2);
    expect(
      msgstr.every((text) => text !== ''),
      msgid,
    ).toBe(true);
  }
});

test('every message says where it is used', () => {
  expect(entries.filter(({ notes }) => !notes.has('reference')).map(({ msgid }) => msgid)).toEqual([]);
});

test('a message with a gap explains it', () => {
  const unexplained = entries.filter(
    ({ msgid, msgid_plural, notes }) =>
      /\{/.test(msgid) && msgid_plural === undefined && !notes.has('extracted'),
  );
  expect(unexplained.map(({ msgid }) => msgid)).toEqual([]);
});

test.each(readdirSync('content/strings'))(
  '%s has no message that English lacks, and keeps its gaps, plural forms and white space',
  (file) => {
    const { diagnostics, catalogue: translated } = parsePo(
      readFileSync(`content/strings/${file}`, 'utf8'),
      file,
    );
    expect(diagnostics).toEqual([]);
    expect([
      ...new Set(translated.messages.keys()).difference(parsePo(source, 'en.po').catalogue.messages),
    ]).toEqual([]);
  },
);
