import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../build/diagnostics/diagnostic.ts';
import { createReport, formatReport, type ReportFormat } from '../../build/diagnostics/report.ts';
import { check } from '../support/content.ts';
import { course } from '../validate/changed.ts';

const file = 'shared/x.md';
const base: Diagnostic = {
  code: 'front-matter/enum',
  severity: 'error',
  file,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  message: 'is wrong',
  hint: 'mend it',
};

const format = (name: ReportFormat, diagnostics: readonly Partial<Diagnostic>[], text = 'a: b'): string =>
  formatReport(
    createReport(
      diagnostics.map((diagnostic) => ({ ...base, ...diagnostic })),
      'content/',
      new Map([
        [file, text],
        ['site.yml', ''],
      ]),
    ),
    name,
  );

/** The two lines of a code frame, from the first bar on. */
const frame = (text: string, place: Partial<Diagnostic>): string[] =>
  format('pretty', [place], text)
    .split('\n')
    .filter((line) => line.includes(' | '))
    .map((line) => line.slice(line.indexOf(' | ') + 3));

describe('pretty', () => {
  test('a fault reads as DESIGN, 6 has it', async () => {
    const { diagnostics, texts } = await check(
      course('title: Play\nsummary: About play.\n', 'title: Play\nsummary: About play.\nlevel: begginer\n'),
    );
    expect(formatReport(createReport(diagnostics, 'content', texts), 'pretty')).toBe(
      [
        'content/shared/courses/play/index.en.md:4:8 error front-matter/enum',
        '  level: "begginer" is not one of: beginner, intermediate, advanced',
        '    4 | level: begginer',
        '      |        ^^^^^^^^',
        '  help: did you mean "beginner"?',
        '',
        `${texts.size} files checked: 1 error, 0 warnings`,
      ].join('\n'),
    );
  });

  test('carets stand below Cyrillic, behind tabs and below marks over letters', () => {
    expect(frame('название: Сумка', { column: 11, endColumn: 16 })).toEqual([
      'название: Сумка',
      '          ^^^^^',
    ]);
    expect(frame('\ta:\tb', { column: 5, endColumn: 6 })).toEqual([' a: b', '    ^']);
    expect(frame('и\u0306 x', { column: 4, endColumn: 5 })).toEqual(['и\u0306 x', '  ^']);
    expect(frame('🧸 x', { column: 4, endColumn: 5 })).toEqual(['🧸 x', '   ^']);
  });

  test('of a long line the part around the fault is shown', () => {
    const [line = '', carets = ''] = frame(`${'a'.repeat(500)}b${'c'.repeat(500)}`, {
      column: 501,
      endColumn: 502,
    });
    expect(line).toBe(`…${'a'.repeat(50)}b${'c'.repeat(49)}…`);
    expect(carets).toBe(`${' '.repeat(51)}^`);
  });

  test('a fault over several lines is marked to the end of the first; one behind the text by one caret', () => {
    expect(frame('ab cd\nef', { column: 4, endLine: 2, endColumn: 2 })).toEqual(['ab cd', '   ^^']);
    expect(frame('ab', { column: 3, endColumn: 3 })).toEqual(['ab', '  ^']);
    expect(frame('ab', { line: 9, column: 40, endLine: 9, endColumn: 41 })).toEqual([]);
  });

  test('files cannot play with the terminal', () => {
    const evil = '\u001b[31m\u202Eevil\u0007\u009b\u2028';
    const shown = format(
      'pretty',
      [{ file: `shared/${evil}.md`, message: `says ${evil}`, hint: `not ${evil}\nerror: 1` }, {}],
      evil,
    );
    expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028]/u);
    expect(shown).toContain('  help: not \uFFFD[31m\uFFFDevil\uFFFD\uFFFD\uFFFD error: 1\n');
  });
});

describe('json', () => {
  test('has exactly the fields of a diagnostic and a summary', () => {
    const { hint: _, ...without } = base;
    const parsed = JSON.parse(format('json', [{}, { severity: 'info' }])) as unknown;
    const expected = { ...base, file: `content/${file}` };
    expect(parsed).toEqual({
      diagnostics: [expected, { ...expected, severity: 'info' }],
      summary: { files: 2, errors: 1, warnings: 0, infos: 1 },
    });
    const report = createReport([without], '', new Map());
    expect(
      Object.keys(
        (JSON.parse(formatReport(report, 'json')) as { diagnostics: object[] }).diagnostics[0] ?? {},
      ),
    ).toEqual(['code', 'severity', 'file', 'line', 'column', 'endLine', 'endColumn', 'message']);
  });

  test('escapes what a terminal would obey, without loss', () => {
    const message = '\u001b[0m\u009b\u202E"\n';
    const text = format('json', [{ message }]);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    expect((JSON.parse(text) as { diagnostics: Diagnostic[] }).diagnostics[0]?.message).toBe(message);
  });
});

describe('github', () => {
  test('one command for each fault', () => {
    expect(
      format('github', [{}, { severity: 'warning' }, { severity: 'info', file: 'shared/x.md' }]).split('\n'),
    ).toEqual([
      '::error file=content/shared/x.md,line=1,col=1,endLine=1,endColumn=2,title=front-matter/enum::is wrong%0Amend it',
      '::warning file=content/shared/x.md,line=1,col=1,endLine=1,endColumn=2,title=front-matter/enum::is wrong%0Amend it',
      '::notice file=content/shared/x.md,line=1,col=1,endLine=1,endColumn=2,title=front-matter/enum::is wrong%0Amend it',
    ]);
  });

  test('texts of files cannot give commands of their own', () => {
    const text = format('github', [{ file: 'a,b:c%.md', message: '100%\n::error::x\r\u001b', hint: 'y' }]);
    expect(text).toBe(
      '::error file=content/a%2Cb%3Ac%25.md,line=1,col=1,endLine=1,endColumn=2,title=front-matter/enum::100%25 ::error::x\uFFFD\uFFFD%0Ay',
    );
  });
});

test('sarif is version 2.1.0', () => {
  expect(
    JSON.parse(
      format('sarif', [{}, { severity: 'warning', code: 'a/b', file: 'a #?ж.md' }, { severity: 'info' }]),
    ),
  ).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'learning-passport', rules: [{ id: 'a/b' }, { id: 'front-matter/enum' }] } },
        columnKind: 'utf16CodeUnits',
        results: [
          result('front-matter/enum', 'error', 'content/shared/x.md'),
          result('a/b', 'warning', 'content/a%20%23%3F%D0%B6.md'),
          result('front-matter/enum', 'note', 'content/shared/x.md'),
        ],
      },
    ],
  });

  function result(ruleId: string, level: string, uri: string): object {
    const physicalLocation = {
      artifactLocation: { uri },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
    };
    return { ruleId, level, message: { text: 'is wrong. mend it' }, locations: [{ physicalLocation }] };
  }
});

describe('junit', () => {
  test('a test case for each file; only errors fail it', () => {
    expect(format('junit', [{ message: 'a < b & "c"' }, { severity: 'warning' }]).split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="content" tests="2" failures="1">',
      '<testsuite name="content" tests="2" failures="1">',
      '<testcase classname="content" name="content/shared/x.md"><failure type="front-matter/enum" message="a &lt; b &amp; &quot;c&quot;">content/shared/x.md:1:1 front-matter/enum: a &lt; b &amp; &quot;c&quot; (mend it)</failure><system-out>content/shared/x.md:1:1 front-matter/enum: is wrong (mend it)</system-out></testcase>',
      '<testcase classname="content" name="content/site.yml"></testcase>',
      '</testsuite>',
      '</testsuites>',
    ]);
  });

  test('holds no character that XML lacks', () => {
    expect(format('junit', [{ message: '\u0000\u001b\uFFFE\uD800 ]]>', file: 'a\u0001.md' }])).not.toMatch(
      /(?!\n)[\p{Cc}\p{Cs}\ufffe]/u,
    );
  });
});
