import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generatedTypesFile, generateTypes } from '../../build/schema/generate-types.ts';
import { loadSchema, type Schema, schemaNames } from '../../build/schema/schemas.ts';
import { createAjv } from '../../build/validate/compile-schema.ts';

test('the generated types are those of the schemas; "npm run schemas" writes them', async () => {
  expect(await readFile(generatedTypesFile, 'utf8')).toBe(await generateTypes());
});

test.each(schemaNames)('%s is a JSON Schema', (name) => {
  const ajv = createAjv();
  expect(ajv.validateSchema(loadSchema(name)), ajv.errorsText()).toBe(true);
});

test.each(schemaNames)('every field of %s says what it is for', (name) => {
  expect(undescribed(loadSchema(name), name)).toEqual([]);
});

function undescribed(schema: Schema, name: string): string[] {
  return [
    ...(schema.description === undefined ? [name] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([field, inner]) =>
      undescribed(inner, `${name}.${field}`),
    ),
    ...(schema.items === undefined ? [] : undescribed(schema.items, `${name}[]`)),
    ...(schema.anyOf ?? []).flatMap((branch, index) => undescribed(branch, `${name}|${index}`)),
  ];
}
