/**
 * The custom properties that never change, such as how corners are cut: their values are written where they are used. Brotli pays next
 * to nothing for a value that it has seen, and for each name.
 */
import { readFileSync } from 'node:fs';

const base = readFileSync(new URL('base.css', import.meta.url), 'utf8');
const [, declared = ''] = /:root \{([^}]*)\}/.exec(base) ?? [];
const constants = new Map(
  [...declared.matchAll(/(--[a-z]+): ([^;]*);/g)].map(([, name, value]) => [name, value]),
);

/** Returns a sheet with the values in place of their names. Sheets that a script adds need it as well: pages declare none of the names. */
export const withConstants = (css: string): string =>
  css.replace(/var\((--[a-z]+)\)/g, (use, name: string) => constants.get(name) ?? use);
