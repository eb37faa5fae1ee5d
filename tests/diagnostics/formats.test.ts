import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
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

test.each([
  ['/home/ana/content', 'file:///home/ana/content/shared/x.md'],
  ['C:\\ana\\content', 'file:///C%3A/ana/content/shared/x.md'],
])('sarif names a file of the folder %s by its whole address', (folder, uri) => {
  const report = formatReport(createReport([base], folder, new Map()), 'sarif');
  expect(report).toContain(`"uri": "${uri}"`);
});

test('sarif keeps its standard, whatever the faults are', async () => {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv, ['uri', 'uri-reference', 'date-time']);
  // The schema of the standard (OASIS SARIF TC, 2.1.0). It is of draft 4, of which it has nothing that later drafts read
  // otherwise, and from before patterns were in Unicode.
  const file = await readFile('tests/diagnostics/sarif-2.1.0-rtm.5.json', 'utf8');
  const { $schema: _, id: __, ...schema } = JSON.parse(file);
  const isSarif = ajv.compile(schema);
  expect(isSarif({ version: '2.1.0', runs: [{ results: [{ message: 'text' }] }] })).toBe(false);
  const faults = [
    {},
    { file: 'ж %#?:\\.md', message: '\u001b\n' },
    { severity: 'info', code: 'x/y' },
  ] as const;
  for (const some of [[], faults]) {
    isSarif(JSON.parse(format('sarif', some)));
    expect(isSarif.errors ?? []).toEqual([]);
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

/** A thousand faults of three kinds in fifty files, and one of the settings. */
const thousand: readonly Partial<Diagnostic>[] = [
  ...Array.from({ length: 1000 }, (_, index) => ({
    file: `shared/${String(index % 50).padStart(2, '0')}.md`,
    line: 1 + Math.floor(index / 50),
    ...(
      [
        { code: 'link/broken' },
        { code: 'front-matter/enum' },
        { code: 'markdown/span', severity: 'warning' },
      ] as const
    )[index % 3],
  })),
  { file: 'taxonomy/levels.yml', code: 'taxonomy/duplicate' },
];

describe('a thousand faults', () => {
  test('pretty shows the first of each kind and counts the others; what others may follow from comes first, the sum last', () => {
    const blocks = format('pretty', thousand).split('\n\n');
    expect(blocks.length).toBeLessThan(60);
    expect(blocks[0]).toContain('content/taxonomy/levels.yml:1:1 error taxonomy/duplicate');
    expect(blocks[1]).toBe('content/shared/00.md: 13 errors, 7 warnings');
    expect(blocks[2]).toContain(' error ');
    const others = blocks.join('\n').match(/… and \d+ more of this kind, in \d+ files/g);
    expect(others).toEqual([
      '… and 324 more of this kind, in 49 files',
      '… and 323 more of this kind, in 49 files',
      '… and 323 more of this kind, in 49 files',
    ]);
    expect(blocks.at(-1)).toBe('2 files checked: 668 errors, 333 warnings');
  });

  test('fifty are all shown', () => {
    const fifty = Array.from({ length: 50 }, (_, index) => ({ line: index + 1 }));
    expect(format('pretty', fifty).match(/ error /g)?.length).toBe(50);
  });

  test('the formats of programs have all of them', () => {
    expect((JSON.parse(format('json', thousand)) as { diagnostics: object[] }).diagnostics.length).toBe(1001);
    const sarif = JSON.parse(format('sarif', thousand)) as { runs: { results: object[] }[] };
    expect(sarif.runs[0]?.results.length).toBe(1001);
    expect(format('lines', thousand).split('\n').length).toBe(1002);
  });

  test('junit counts the cases and those that fail as a reader of it would', () => {
    const xml = format('junit', thousand);
    const cases = xml.match(/<testcase classname="[^"]+" name="[^"]+">.*?<\/testcase>/gs) ?? [];
    const failed = cases.filter((testCase) => testCase.includes('<failure '));
    expect(xml).toContain(`<testsuite name="content" tests="${cases.length}" failures="${failed.length}">`);
    expect(xml.match(/<failure type="[^"]+" message="[^"]+">[^<]+<\/failure>/g)?.length).toBe(668);
    // Jenkins' schema wants the failures of a case before what it printed.
    for (const testCase of cases)
      expect(testCase).toMatch(
        /^<testcase [^>]+>(<failure .*?<\/failure>)*(<system-out>[^<]*<\/system-out>)?<\/testcase>$/,
      );
  });

  test('GitHub gets the ten of each severity that it shows, errors that others may follow from first; all others are in the log', () => {
    const lines = format('github', thousand).split('\n');
    expect(lines.filter((line) => line.startsWith('::error ')).length).toBe(10);
    expect(lines.filter((line) => line.startsWith('::warning ')).length).toBe(10);
    expect(lines[0]).toContain('taxonomy/levels.yml');
    expect(lines[20]).toBe('::group::and 981 more');
    expect(lines.slice(21, -1).every((line) => line.startsWith('- content/shared/'))).toBe(true);
    expect(lines.length).toBe(20 + 981 + 2);
  });
});

test('lines are what editors read: a place with its end, and everything else on the same line', () => {
  expect(format('lines', [{ message: 'is\nwrong', endColumn: 9 }])).toBe(
    'content/shared/x.md:1:1-1:9: error front-matter/enum: is wrong (mend it)\n2 files checked: 1 error, 0 warnings',
  );
});
