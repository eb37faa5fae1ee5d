import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { bundleEditor } from '../../build/editor/program/bundle-editor.ts';

const [first, second] = await Promise.all([bundleEditor(), bundleEditor()]);
const programs = [...first.files].filter(([name]) => name.endsWith('.js'));
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('the same program twice', () => {
  const digests = (files: ReadonlyMap<string, Uint8Array>): string[] =>
    [...files]
      .map(([name, bytes]) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`)
      .toSorted();
  expect(digests(second.files)).toEqual(digests(first.files));
  expect(second.script).toBe(first.script);
  expect([...first.files.keys()]).toContain(first.script);
});

test('its fonts lie beside it', () => {
  const fonts = [...first.files.keys()].filter((name) => name.startsWith('assets/'));
  expect(fonts.map((name) => name.replace(/-[^-]+\.woff2$/, '')).toSorted()).toEqual([
    'assets/material-symbols-outlined-latin-wght-normal',
    'assets/noto-mono-latin-400-normal',
    'assets/source-sans-3-latin-wght-normal',
  ]);
  for (const name of fonts) expect(textOf(first.files.get(first.script) ?? new Uint8Array())).toContain(name);
});

/** Addresses that stay in the program and are never asked for: our configuration has no code block, no map and no link to a schema. */
const unused = [
  'https://unpkg.com/',
  'https://unpkg.com/@shikijs',
  'https://unpkg.com/@sveltia/cms',
  'https://unpkg.com/@sveltia/ui',
];

test('nothing of it is loaded from a server of others', () => {
  const text = programs.map(([, bytes]) => textOf(bytes)).join('\n');
  expect(text).not.toContain('jsdelivr');
  const named = text.match(/https:\/\/unpkg\.com\/[@\w/-]*/g) ?? [];
  expect([...new Set(named)].toSorted()).toEqual(unused);
  expect(text.match(/\b(?:import|from)\s*\(?\s*["'`]https?:[^"'`]*/g) ?? []).toEqual([]);
});

test('it needs no Node, and whatever a file imports is another one', () => {
  const imports = programs.flatMap(([name, bytes]) =>
    [
      ...textOf(bytes).matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?["']((?:node:|\.\.?\/)[^"'\s]+)["']/g),
    ].map(([, imported = '']) => new URL(imported, `file:///${name}`).href.replace('file:///', '')),
  );
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((name) => !first.files.has(name))).toEqual([]);
});
