/**
 * The part of SARIF 2.1.0 that our reports use, as a JSON Schema, written after the sections of the standard that are named here
 * (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/): no package that we may install brings the official schema along.
 */
const closed = (properties: object, required: readonly string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const text = { type: 'string' };
const fromOne = { type: 'integer', minimum: 1 };

/** 3.11 */
const message = closed({ text }, ['text']);
/** 3.4 */
const artifactLocation = closed({ uri: { type: 'string', format: 'uri-reference' } });
/** 3.30 */
const region = closed({ startLine: fromOne, startColumn: fromOne, endLine: fromOne, endColumn: fromOne });
/** 3.28, 3.29 */
const location = closed({ physicalLocation: closed({ artifactLocation, region }, ['artifactLocation']) });
/** 3.27 */
const result = closed(
  {
    ruleId: text,
    level: { enum: ['none', 'note', 'warning', 'error'] },
    message,
    locations: { type: 'array', items: location },
  },
  ['message'],
);
/** 3.19, 3.49 */
const driver = closed(
  { name: text, rules: { type: 'array', uniqueItems: true, items: closed({ id: text }, ['id']) } },
  ['name'],
);
/** 3.14 */
const run = closed(
  {
    tool: closed({ driver }, ['driver']),
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    results: { type: 'array', items: result },
  },
  ['tool'],
);
/** 3.13 */
export const sarifSchema = closed(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: { type: 'array', items: run },
  },
  ['version', 'runs'],
);
