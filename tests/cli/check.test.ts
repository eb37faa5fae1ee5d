import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { passport } from '../support/command.ts';
import { contentFolder, temporaryFolder } from '../support/content.ts';
import { course, material } from '../validate/changed.ts';

describe('check', () => {
  test('ends with 0 when nothing is wrong', async () => {
    const { code, stdout, stderr } = await passport(['check', '--content', await contentFolder()]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+ files checked: 0 errors, 0 warnings\n$/);
  });

  test('ends with 1, and with JSON alone on standard output, when there are errors', async () => {
    const folder = await contentFolder(course('lessons:', 'level: begginer\nlessons:'));
    const { code, stdout, stderr } = await passport(['check', '--content', folder, '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      diagnostics: [
        {
          code: 'front-matter/enum',
          severity: 'error',
          file: `${folder}/shared/courses/play/index.en.md`,
          line: 8,
          column: 8,
          endLine: 8,
          endColumn: 16,
          message: 'level: "begginer" is not one of: beginner, intermediate, advanced',
          hint: 'did you mean "beginner"?',
        },
      ],
      summary: { files: expect.any(Number), errors: 1, warnings: 0, infos: 0 },
    });
  });

  test('ends with 0 when there are only warnings and notes', async () => {
    const folder = await contentFolder(material('A bag.', 'x'.repeat(201)));
    expect((await passport(['check', '--content', folder])).code).toBe(0);
  });

  test('prints a report of a megabyte whole', async () => {
    const folder = await contentFolder();
    await writeFile(
      path.join(folder, 'shared/materials/bag/index.en.md'),
      `---\ntitle: X\n---\n\n${'[x](javascript:1)\n\n'.repeat(5000)}`,
    );
    const { code, stdout } = await passport(['check', '--content', folder, '--format', 'json']);
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as { diagnostics: unknown[] }).diagnostics.length).toBeGreaterThan(5000);
  });
});

describe('wrong usage ends with 2 and shows how it is right', () => {
  test.each([
    [['check', '--contents', 'x'], /Unknown option '--contents'[\s\S]*usage: npm run check/],
    [['check', '--content'], /--content[\s\S]*usage: npm run check/],
    [['check', 'content'], /Unexpected argument 'content'[\s\S]*usage: npm run check/],
    [['check', '--format', 'xml'], /there is no format "xml"[\s\S]*usage: npm run check/],
    [
      ['check', '--content', '/nowhere/at/all'],
      /--content: there is no folder "\/nowhere\/at\/all"[\s\S]*usage: npm run check/,
    ],
    [
      ['check', '--content', 'package.json'],
      /--content: there is no folder "package.json"[\s\S]*usage: npm run check/,
    ],
    [['chekc'], /there is no command "chekc"[\s\S]*usage: npx passport <command>/],
    [['constructor'], /there is no command "constructor"[\s\S]*usage: npx passport <command>/],
    [[], /usage: npx passport <command>/],
  ])('passport %j', async (args, message) => {
    const { code, stdout, stderr } = await passport(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test('--help ends with 0 and shows the usage on standard output', async () => {
  for (const [args, usage] of [
    [['--help'], 'usage: npx passport'],
    [['check', '--help'], 'usage: npm run check'],
  ] as const) {
    const { code, stdout, stderr } = await passport(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(usage);
  }
});

test('an empty folder is one fault', async () => {
  const { code, stdout } = await passport([
    'check',
    '--content',
    await temporaryFolder(),
    '--format',
    'json',
  ]);
  expect(code).toBe(1);
  expect(
    (JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map(
      (diagnostic) => diagnostic.code,
    ),
  ).toEqual(['site/missing']);
});
