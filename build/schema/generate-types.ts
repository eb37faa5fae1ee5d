/**
 * TypeScript types from the JSON Schemas, so that a field is declared once.
 *
 * In: `schemas/*.schema.json`. Out: the text of `schemas/types.generated.ts`.
 */
import { compile } from 'json-schema-to-typescript';
import { schemaFolder } from './read-schema.ts';
import { loadSchema, type SchemaName, schemaNames } from './schemas.ts';

export const generatedTypesFile = new URL('types.generated.ts', schemaFolder);

/** @returns the text of the module; the same schemas give the same text. */
export async function generateTypes(): Promise<string> {
  const parts = await Promise.all(schemaNames.map(typesOf));
  return [header, ...parts].join('\n');
}

const header =
  '/* Generated from schemas/*.schema.json by `npm run schemas`. Do not edit: change the schema. */\n';

function typesOf(name: SchemaName): Promise<string> {
  const { $id: _, title = name, ...schema } = loadSchema(name);
  return compile(withoutTitles(schema) as Parameters<typeof compile>[0], title, {
    bannerComment: '',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    style: { singleQuote: true, printWidth: 110 },
  });
}

/** Titles of fields are for forms; here each would become a type of its own. A field that is called `title` stays. */
function withoutTitles(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutTitles);
  if (node === null || typeof node !== 'object') return node;
  const members = Object.entries(node).filter(([key, value]) => key !== 'title' || typeof value !== 'string');
  return Object.fromEntries(members.map(([key, value]) => [key, withoutTitles(value)]));
}
