import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { linePattern } from '../../build/diagnostics/formats/lines.ts';
import { createReport, formatReport } from '../../build/diagnostics/report.ts';
import { formatYaml } from '../../build/format/format-source.ts';
import { renderMarkdown } from '../../build/markdown/markdown.ts';
import { parseAnyYaml } from '../../build/parse/yaml.ts';
import type { SchemaName } from '../../build/schema/schemas.ts';
import { validatorOf } from '../../build/validate/validators.ts';
import { containerSnippets } from '../../build/vscode/container-snippets.ts';
import { fieldSnippets } from '../../build/vscode/field-snippets.ts';
import type { Snippet } from '../../build/vscode/snippet.ts';
import { allSnippets, vscodeFiles, vscodeFolder } from '../../build/vscode/vscode-files.ts';
import type { Locale } from '../../schemas/brands.ts';

test('the files of .vscode are those of the schemas; "npm run schemas" writes them', async () => {
  const files = vscodeFiles();
  expect((await readdir(vscodeFolder)).toSorted()).toEqual([...files.keys()]);
  for (const [name, text] of files) expect(await readFile(new URL(name, vscodeFolder), 'utf8')).toBe(text);
});

test('no two snippets have one name', () => {
  const names = allSnippets().map(({ prefix, scope }) => `${scope} ${prefix}`);
  expect(new Set(names).size).toBe(names.length);
});

test.each(fieldSnippets().map((snippet) => [snippet.prefix, snippet] as const))(
  'what "%s" writes is valid and formatted as it is',
  (name, snippet) => {
    const yaml = expand(snippet).replace(/^---\n([\s\S]*?)---\n[\s\S]*$/, '$1');
    const { data, diagnostics } = parseAnyYaml(yaml, '', 1);
    const { validate, schema } = ownValidator(name);
    validate(data);
    expect([diagnostics, validate.errors ?? []]).toEqual([[], []]);
    expect(formatYaml(yaml, schema)).toBe(yaml);
  },
);

function ownValidator(name: string) {
  if (name === 'translation') return { ...validatorOf('page', 'translation'), schema: {} };
  return name === 'patch' ? validatorOf('page', 'patch') : validatorOf(name as SchemaName);
}

test.each(containerSnippets().map((snippet) => [snippet.prefix, snippet] as const))(
  'what "%s" writes has no fault',
  (_, snippet) => {
    const source = { file: 'x.md', text: expand(snippet), firstLine: 1, locale: 'en' as Locale };
    expect(renderMarkdown(source).diagnostics).toEqual([]);
  },
);

/** As VS Code puts it in, with the first choice of each. */
const expand = ({ body }: Snippet): string =>
  body
    .join('\n')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)*\|\}/g, '$1')
    .replaceAll('$0', '')
    .replace(/\\(.)/g, '$1');

test('the pattern of the task reads what check prints', () => {
  const fault = {
    code: 'front-matter/enum',
    severity: 'warning' as const,
    file: 'site.yml',
    line: 4,
    column: 8,
    endLine: 4,
    endColumn: 16,
    message: 'is: wrong',
    hint: 'mend it',
  };
  const [line = '', summary = ''] = formatReport(createReport([fault], 'content', new Map()), 'lines').split(
    '\n',
  );
  expect(linePattern.exec(line)?.slice(1)).toEqual([
    'content/site.yml',
    '4',
    '8',
    '4',
    '16',
    'warning',
    'front-matter/enum',
    'is: wrong (mend it)',
  ]);
  expect(summary).not.toMatch(linePattern);
});
