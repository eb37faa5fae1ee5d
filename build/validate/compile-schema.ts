/**
 * Makes a function of a schema. A browser gets the functions ready made, so that the page of the editor need not be allowed to make
 * programs out of texts.
 */
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Schema } from '../schema/schemas.ts';

const ajv = createAjv();

/** With the formats and the annotations that our schemas use. */
export function createAjv(forSource = false): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    // A test holds our schemas against the schema of schemas, which takes 40 ms to compile.
    validateSchema: false,
    allowUnionTypes: true,
    // Tidying up what is run for some thousand texts takes a quarter of the time of compiling it.
    code: forSource ? { source: true, esm: true } : { optimize: false },
  });
  addFormats.default(ajv, { mode: 'full', formats: ['date', 'uri', 'email'] });
  for (const keyword of ['x-translatable', 'x-taxonomy', 'x-reference', 'x-file']) ajv.addKeyword(keyword);
  return ajv;
}

/**
 * @param _key of the schema: its name and what the text is within its folder
 * @throws the error of ajv, for a schema that is none
 */
export const compileSchema = (schema: Schema, _key: string): ValidateFunction => ajv.compile(schema);
