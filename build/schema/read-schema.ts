/** Where the schemas come from: their folder here, the program itself in a browser. */
import { readFileSync } from 'node:fs';

export const schemaFolder = new URL('../../schemas/', import.meta.url);

/** @param name without `.schema.json`; `common` holds what several share */
export const readSchemaText = (name: string): string =>
  readFileSync(new URL(`${name}.schema.json`, schemaFolder), 'utf8');
