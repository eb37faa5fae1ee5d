/** YAML as people write it: any indentation, brackets or lines, quotes where none are needed, remarks everywhere. */
import fc from 'fast-check';

/** The lines of a value, of which the first stands behind a key or a dash. */
type Lines = readonly string[];

const words = fc.constantFrom(
  'Felt',
  'a: b',
  "it's",
  '“Так”',
  '- x',
  '#1',
  'null',
  'true',
  '1.10',
  '045',
  ' two',
  '',
  'say "no"',
  'é\u0301',
);
const remark = fc.option(fc.constantFrom('why', 'TODO: ask', '"', 'ой'), { nil: undefined, freq: 4 });

const plain = fc.constantFrom(
  'Felt',
  '2026-11-24',
  '045',
  '1.10',
  '0x1F',
  '-3',
  'true',
  'Null',
  '~',
  '',
  'a’b',
  'x - y',
  '.5',
  'No',
);
const scalar: fc.Arbitrary<Lines> = fc.oneof(
  { weight: 3, arbitrary: plain.map((text) => [text]) },
  words.map((text) => [JSON.stringify(text)]),
  words.map((text) => [`'${text.replaceAll("'", "''")}'`]),
  fc.string().map((text) => [JSON.stringify(text)]),
  fc.constantFrom<Lines>(
    ['|', '  one', '', '  two'],
    ['>-', '  one', '  two'],
    ['|+', '  one', ''],
    ['one', '  two'],
  ),
);

const flow: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.constantFrom('ru', 'en', '"a, b"', '{x: 1 }'), { maxLength: 4 })
    .map((items) => `[ ${items.join(' ,')}]`),
  fc.constantFrom('{of: en, by:   human }', '{}', '[a,\n      b]', '{ "b": 1, toMonths: 2, fromMonths: 1}'),
);

const { value } = fc.letrec<{ value: Lines; map: Lines; list: Lines }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: scalar },
    flow.map((text) => text.split('\n')),
    tie('map').map((lines) => ['', ...lines]),
    tie('list').map((lines) => ['', ...lines]),
  ),
  map: mapOf(fc.constantFrom('fromMonths', 'toMonths', 'src', 'alt', 'b', '"q"', '1'), tie('value')),
  list: fc
    .tuple(
      fc.array(fc.record({ lines: tie('value'), remark, inner: remark }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([items, indent]) =>
      items.flatMap(({ lines, remark, inner }) =>
        indented([...aboveOf(remark), ...attached('-', lines, inner)], indent),
      ),
    ),
}));

function mapOf(keys: fc.Arbitrary<string>, values: fc.Arbitrary<Lines>): fc.Arbitrary<Lines> {
  const field = fc.record({
    key: keys,
    lines: values,
    remark,
    inner: remark,
    gap: fc.boolean(),
    end: remark,
  });
  return fc
    .uniqueArray(field, { selector: ({ key }) => key, minLength: 1, maxLength: 7 })
    .chain((fields) => fc.integer({ min: 1, max: 3 }).map((indent) => ({ fields, indent })))
    .map(({ fields, indent }) =>
      fields.flatMap(({ key, lines, remark, inner, gap, end }) => [
        ...(gap ? [''] : []),
        ...indented(
          [
            ...aboveOf(remark),
            ...attached(`${key}:`, lines, inner),
            ...aboveOf(end).map((line) => `   ${line}`),
          ],
          indent,
        ),
      ]),
    );
}

const aboveOf = (remark: string | undefined): Lines => (remark === undefined ? [] : [`# ${remark}`]);

function attached(head: string, [first = '', ...rest]: Lines, remark: string | undefined): Lines {
  const beside = remark === undefined || rest.length > 0 ? '' : `  # ${remark}`;
  return [`${head} ${first}${beside}`, ...rest.map((line) => (line === '' ? line : `  ${line}`))];
}

const indented = (lines: Lines, by: number): Lines =>
  lines.map((line) => (line === '' ? line : ' '.repeat(by) + line));

/** Fields of a material in any order, with some that it does not have. */
export const authoredYaml: fc.Arbitrary<string> = mapOf(
  fc.constantFrom(
    'title',
    'summary',
    'ages',
    'image',
    'tags',
    'translation',
    'status',
    'related',
    'unknown',
    'basedOn',
    'zz',
  ),
  value,
).map((lines) => {
  const [indent] = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '') ?? [''];
  return `${lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n')}\n`;
});
