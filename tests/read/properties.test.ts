import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReport, formatReport, reportFormats } from '../../build/diagnostics/report.ts';
import { checkContent } from '../../build/pipeline.ts';
import { minimalContent, temporaryFolder } from '../support/content.ts';

const segment = fc.oneof(
  fc.constantFrom(
    'shared',
    'countries',
    'kg',
    'KG',
    'kyrgyzstan',
    'courses',
    'materials',
    'material',
    'groups',
    'pages',
    'play',
    'first',
    'Bag',
    'taxonomy',
    'frameworks',
    'strings',
    'constructor',
    '__proto__',
  ),
  fc
    .string({ minLength: 1, maxLength: 8, unit: 'binary' })
    .map((text) => text.replace(/[/\0]|^\.+$/g, '_').toWellFormed()),
);
const name = fc.oneof(
  fc.constantFrom(
    'index.en.md',
    'index.ru.md',
    'index.ru.patch.md',
    'index.md',
    'index.__proto__.md',
    'index.sr-cyrl.md',
    'country.yml',
    'site.yml',
    'ru.po',
    'x.po',
    'levels.yml',
    'cover.svg',
    'README.md',
  ),
  segment,
);
const file = fc
  .tuple(fc.array(segment, { maxLength: 4 }), name)
  .map(([folders, last]) => [...folders, last].join('/'));

const fragment = fc.constantFrom(
  '---\n',
  'title: X\n',
  'summary: Y\n',
  'lessons: [first]\n',
  'lessons:\n',
  'ages: 3\n',
  'ages: {fromMonths: 1, toMonths: 2}\n',
  'translation: {of: en, by: human, reviewed: true}\n',
  'image: {src: a.png, alt: b}\n',
  'alignments: [null]\n',
  'type: story\n',
  'domains: [cognition]\n',
  'code: kg\n',
  'languages: [{tag: ru, fallback: [ru]}]\n',
  'url: https://x.org/\n',
  'name: {en: X}\n',
  'kind: level\n',
  'terms: []\n',
  'msgid "a"\n',
  'msgstr "{b}"\n',
  '[a](/materials/bag/#x)\n',
  '![](x.png)\n',
  '::: quiz #q1\n',
  '- [x] a\n',
  ':::\n',
  '> ',
  '\t',
  ': ',
  '"',
  '[',
  '{',
  '&a ',
  '*a ',
  '\u0000',
  '\uFEFF',
  '\u202E',
  '\r\n',
  '<b>',
);
const content = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc.array(fragment, { maxLength: 20 }).map((parts) => Buffer.from(parts.join(''))),
);

test('any names and any bytes give diagnostics inside their file, in every format, and never an exception', {
  timeout: 300_000,
}, async () => {
  const root = await temporaryFolder();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(file, content), { maxLength: 6 }),
      fc.boolean(),
      async (files, isOnTop) => {
        const folder = path.join(root, String(run++));
        const written = new Map<string, Uint8Array>();
        for (const [relative, data] of [...(isOnTop ? Object.entries(minimalContent) : []), ...files]) {
          const target = path.join(folder, relative);
          try {
            await mkdir(path.dirname(target), { recursive: true });
            await writeFile(target, data);
            written.set(relative, Buffer.from(data));
          } catch {
            // a file stands where a folder is wanted, or the other way round
          }
        }
        await mkdir(folder, { recursive: true });
        const { diagnostics, texts } = await checkContent({ contentFolder: folder, drafts: true });
        for (const { file: faulty, line, column, endLine, endColumn, message, hint, code } of diagnostics) {
          expect(code).toMatch(/^[a-z-]+\/[a-z-]+$/);
          expect(message).not.toBe('');
          expect(hint, `${code}: ${message}`).toBeTruthy();
          const rows = (texts.get(faulty) ?? '').split('\n');
          expect(line, `${faulty} ${code}`).toBeLessThanOrEqual(rows.length);
          expect(column, `${faulty}:${line} ${code}`).toBeLessThanOrEqual((rows[line - 1]?.length ?? 0) + 1);
          expect(line).toBeGreaterThanOrEqual(1);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(
            endLine > line || (endLine === line && endColumn >= column),
            `${faulty}:${line}:${column} ${code}`,
          ).toBe(true);
        }
        const report = createReport(diagnostics, 'content', texts);
        for (const format of reportFormats)
          expect(formatReport(report, format)).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
        await rm(folder, { recursive: true, force: true });
      },
    ),
    { numRuns: 300 },
  );
});
