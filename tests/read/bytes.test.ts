import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../build/pipeline.ts';
import { decodeText } from '../../build/read/decode.ts';
import { contentFolder, faults, lines, minimalContent } from '../support/content.ts';

const file = 'shared/materials/bag/index.en.md';
const bag = String(minimalContent[file]);
const faultsOf = (bytes: Uint8Array): string[] => lines(decodeText(bytes, 'x.md').diagnostics);
const bytesOf = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

test('a BOM and the line ends of Windows and of old Macs are accepted silently, and lines are counted right', async () => {
  const wrong = bag.replace('activity', 'activty');
  const fault = `${file}:4:7 error front-matter/enum: type: "activty" is not one of: activity, story (did you mean "activity"?)`;
  for (const text of [
    wrong,
    `\uFEFF${wrong}`,
    wrong.replaceAll('\n', '\r\n'),
    wrong.replaceAll('\n', '\r'),
  ]) {
    expect(await faults({ [file]: text })).toEqual([fault]);
  }
  expect(await faults({ [file]: `\uFEFF${bag.replaceAll('\n', '\r\n')}` })).toEqual([]);
});

test.each([
  ['a byte of Windows-1251', bytesOf('a\nПривет ', 0xff, ' там'), 'x.md:2:8'],
  ['a character cut short by the next one', bytesOf('a ', 0xe2, 0x82, 'b'), 'x.md:1:3'],
  ['a character cut short by the end', bytesOf('ab', 0xd0), 'x.md:1:3'],
  ['behind U+FFFD that was typed', bytesOf('a\uFFFDb ', 0xc3, '('), 'x.md:1:5'],
  ['beginning as U+FFFD does', bytesOf('ab ', 0xef, 0xbf, 'c'), 'x.md:1:4'],
  ['behind a BOM and CRLF', bytesOf('\uFEFFa\r\nb', 0x80), 'x.md:2:2'],
  ['a surrogate', bytesOf('🧸', 0xed, 0xa0, 0x80), 'x.md:1:3'],
])('invalid UTF-8: %s', (_, bytes, place) => {
  expect(faultsOf(bytes)).toEqual([
    `${place} error file/encoding: is not valid UTF-8: this character cannot be read (save the file with the encoding UTF-8)`,
  ]);
});

test.each([
  ['UTF-16 of Windows', Buffer.from(`\uFEFF${bag}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${bag}`, 'utf16le').swap16()],
  ['UTF-16 without BOM', Buffer.from(bag, 'utf16le')],
])('%s is one fault', async (_, bytes) => {
  expect(await faults({ [file]: bytes })).toEqual([
    `${file}:1:1 error file/encoding: is saved as UTF-16 (save the file with the encoding UTF-8)`,
  ]);
});

test('what the author typed as U+FFFD is no fault', () => {
  expect(faultsOf(bytesOf('a\uFFFDb'))).toEqual([]);
});

test('control characters', () => {
  expect(faultsOf(bytesOf('a\nb\0c'))).toEqual([
    'x.md:2:2 error file/nul: holds a NUL byte, which no text has (delete the character, or save the text anew from its editor)',
  ]);
  expect(faultsOf(bytesOf('tab\tis fine\nbell\u0007'))).toEqual([
    'x.md:2:5 error file/control: holds the invisible control character U+0007 (delete the character here; it often comes along when text is copied from a PDF)',
  ]);
});

test('an empty file', async () => {
  expect(await faults({ [file]: '' })).toEqual([
    `${file}:1:1 error front-matter/empty: the file is empty (begin it with "---", the fields, and "---" again)`,
  ]);
});

test('a file of 50 MB is refused without being read, and what refers to it is no fault', async () => {
  const lesson = String(minimalContent['shared/courses/play/first/index.en.md']);
  const files = {
    [file]: Buffer.alloc(50 * 1024 * 1024, 'x'),
    'shared/courses/play/first/index.en.md': lesson.replace('title:', 'materials: [bag]\ntitle:'),
  };
  const folder = await contentFolder(files);
  const { diagnostics } = await checkContent({ contentFolder: folder, drafts: false });
  expect(lines(diagnostics)).toEqual([
    `${file}:1:1 error file/too-large: is 50.0 MB long; a text may have 1 MB (split it into several pages, and keep pictures in files of their own)`,
  ]);
});

test('links and special files are not followed, and what refers to them is no fault', async () => {
  const folder = await contentFolder({ 'shared/courses/play/first/index.en.md': null });
  await symlink('/etc/passwd', path.join(folder, 'shared/courses/play/first/index.en.md'));
  await symlink('/etc', path.join(folder, 'shared/materials/etc'));
  await symlink('..', path.join(folder, 'shared/groups/loop'));
  execFileSync('mkfifo', [path.join(folder, 'shared/pages/about/index.ru.md')]);
  const { diagnostics } = await checkContent({ contentFolder: folder, drafts: false });
  const link =
    'error file/symlink: is a link to another place; links are not followed (put a copy of the file here)';
  expect(lines(diagnostics)).toEqual([
    `shared/courses/play/first/index.en.md:1:1 ${link}`,
    `shared/groups/loop:1:1 ${link}`,
    `shared/materials/etc:1:1 ${link}`,
    'shared/pages/about/index.ru.md:1:1 error file/special: is neither a file nor a folder (remove it)',
  ]);
});

test.runIf(process.platform === 'linux')('a name that is no UTF-8', async () => {
  const folder = await contentFolder();
  await mkdir(Buffer.concat([Buffer.from(`${folder}/shared/materials/bag/`), Buffer.from([0xff])]));
  const { diagnostics } = await checkContent({ contentFolder: folder, drafts: false });
  expect(lines(diagnostics)).toEqual([
    'shared/materials/bag/\uFFFD:1:1 error file/name: has the name "\uFFFD"; names are made of Latin letters, digits, hyphens and dots (rename it, for example to "name")',
  ]);
});
