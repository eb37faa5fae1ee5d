/** Whoever breaks a schema reads in the editor what every command says. */
import { expect, test, vi } from 'vitest';
import type * as Schemas from '../../../build/schema/schemas.ts';

const schemas = '../../../build/schema/schemas.ts';

test.each<[string, (original: typeof Schemas) => Partial<typeof Schemas>, string]>([
  [
    'a field without a type',
    ({ loadSchema }) => ({
      loadSchema: (name) => (name === 'page' ? { properties: { nav: {} } } : loadSchema(name)),
    }),
    'nav has no type that a form could ask for',
  ],
  [
    'a file that is no JSON',
    ({ loadSchema, brokenSchema }) => ({
      loadSchema: (name) => {
        if (name === 'page') throw brokenSchema(name, new SyntaxError('Unexpected end of JSON input'));
        return loadSchema(name);
      },
    }),
    'Unexpected end of JSON input',
  ],
])('%s', async (_, broken, reason) => {
  vi.resetModules();
  vi.doMock(schemas, async (load) => {
    const original = await load<typeof Schemas>();
    return { ...original, ...broken(original) };
  });
  try {
    const { textFields } = await import('../../../build/editor/config/forms.ts');
    const choices = { terms: new Map(), entries: new Map(), lessons: {} };
    expect(() =>
      textFields('page', false, { choices, languages: [], mostOptions: 1, hasDefaults: true }),
    ).toThrow(
      `schemas/page.schema.json is broken: ${reason}. Mend it, or take back its last change ("git restore schemas").`,
    );
  } finally {
    vi.doUnmock(schemas);
    vi.resetModules();
  }
});
