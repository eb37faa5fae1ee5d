/** A checkout of Windows, in which Git has given all texts the line ends of Windows, makes the same sites. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildContent } from '../support/built-sites.ts';
import { type Files, minimalContent, po, text } from '../support/content.ts';

/** Whatever has lines of its own: each kind of block, fields of several lines, words of the interface. */
const content: Files = {
  ...minimalContent,
  'strings/ru.po': po(
    'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);',
    '\n#. For readers\nmsgid "Search"\nmsgstr ""\n"Поиск "\n"по сайту"\n',
  ),
  'shared/materials/sack/index.en.md': text(
    'title: >-\n  A sack\n  of felt\nsummary: |\n  One line.\n  Another line.\ntype: activity\nages: {fromMonths: 36,\n  toMonths: 84}\ndomains:\n  # why\n  - cognition\ntags:\n  - "felt\n    and wool"\n',
    [
      '## First',
      'One line  \nof two,\nand a third\\\nwith a break.[^note]',
      '- one\n- two\n\n  still two\n- three',
      '| a | b |\n| - | - |\n| 1 | 2 |',
      '> Words\n> of others',
      '```\ncode\n\n  more\n```',
      '::: tip\nA tip\n\nin two parts.\n:::',
      'Term\n: What it means',
      '![A sack](sack.svg "Felt")',
      '[^note]: A note\n    of two lines.',
    ].join('\n\n'),
  ),
  'shared/materials/sack/sack.svg':
    '<svg xmlns="http://www.w3.org/2000/svg"\n  viewBox="0 0 16 10">\n  <text x="1"\n    y="5">A\n    sack</text>\n  <circle cx="8" cy="5" r="4"/>\n</svg>\n',
  'countries/kg/materials/sack/index.en.patch.md': text('title: A sack of wool\n'),
};

const withLineEnds = (lineEnd: string): Files =>
  Object.fromEntries(
    Object.entries(content).map(([file, data]) => [file, String(data).replaceAll('\n', lineEnd)]),
  );

async function build(lineEnd: string) {
  const sites = await buildContent(withLineEnds(lineEnd));
  onTestFinished(() => sites.remove());
  return sites;
}

test.each([
  ['Windows', '\r\n'],
  ['old Macs', '\r'],
])('with the line ends of %s every file is the same, byte for byte', async (_, lineEnd) => {
  const unix = await build('\n');
  const other = await build(lineEnd);
  expect(unix.files.length).toBeGreaterThan(40);
  expect(unix.files.some((file) => /sack.*\.svg$/.test(file))).toBe(true);
  expect(other.files).toEqual(unix.files);
  const different: string[] = [];
  for (const file of unix.files) {
    const [a, b] = await Promise.all([unix, other].map(({ folder }) => readFile(path.join(folder, file))));
    if (a === undefined || b === undefined || !a.equals(b)) different.push(file);
  }
  expect(different).toEqual([]);
});
