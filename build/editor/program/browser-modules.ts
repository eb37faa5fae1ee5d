/**
 * What stands in the browser's program in place of modules that need Node, or that nobody needs there.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import _standaloneCode from 'ajv/dist/standalone/index.js';
import type { Plugin } from '../../processes/bundler.ts';
import { readSchemaText } from '../../schema/read-schema.ts';
import { schemaNames } from '../../schema/schemas.ts';
import { createAjv } from '../../validate/compile-schema.ts';
import { type Role, schemaOf } from '../../validate/validators.ts';
import { mendedSveltia } from './mended-sveltia.ts';

const standaloneCode = _standaloneCode.default;

export const browserModules: Plugin = {
  name: 'modules of the browser',
  setup({ onLoad, onResolve }) {
    for (const [filter, contents] of replacements)
      onLoad({ filter }, () => ({ contents: contents(), loader: 'js', resolveDir: projectFolder }));
    onLoad({ filter: /@sveltia[/\\]cms[/\\]npm[/\\]index\.js$/ }, async ({ path }) => ({
      contents: await mendedSveltia(await readFile(path, 'utf8')),
      loader: 'js',
    }));
    onResolve({ filter: /^(node:crypto|node:path|gray-matter)$/ }, ({ path }) => ({
      path,
      namespace: 'stand-in',
    }));
    onResolve({ filter: unused }, () => ({ path: 'unused', namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
      contents: standIns[path] ?? '',
      loader: 'js',
      resolveDir: projectFolder,
    }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'export default {};', loader: 'js' }));
  },
};

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));

const replacements: readonly (readonly [RegExp, () => string])[] = [
  [/[/\\]build[/\\]schema[/\\]read-schema\.ts$/, schemaTexts],
  [/[/\\]build[/\\]validate[/\\]compile-schema\.ts$/, compiledSchemas],
];

/** The schemas as texts, by their names. */
function schemaTexts(): string {
  const texts = Object.fromEntries(['common', ...schemaNames].map((name) => [name, readSchemaText(name)]));
  return `const texts = ${JSON.stringify(texts)};\nexport const readSchemaText = (name) => texts[name];\n`;
}

const entryKinds = ['course', 'lesson', 'material', 'group', 'page'] as const;
const roles: readonly Role[] = ['original', 'translation', 'patch'];

/** Functions made of the schemas beforehand: the page need not be allowed to make programs out of texts. */
function compiledSchemas(): string {
  const ajv = createAjv(true);
  const names = entryKinds.flatMap((kind) => roles.map((role) => [kind, role] as const));
  for (const [kind, role] of names) ajv.addSchema(schemaOf(kind, role), `${kind}_${role}`);
  const exported = Object.fromEntries(names.map(([kind, role]) => [`${kind}_${role}`, `${kind}_${role}`]));
  const code = standaloneCode(ajv, exported);
  const byKey = names.map(([kind, role]) => `'${kind} ${role}': ${kind}_${role}`).join(', ');
  return `${code}\nconst byKey = { ${byKey} };\nexport const compileSchema = (_, key) => byKey[key];\n`;
}

const standIns: Readonly<Record<string, string>> = {
  'node:crypto': `import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
export const hash = (_, data) => bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
`,
  // Of paths with forward slashes, as links of texts have them.
  'node:path': `const dirname = (path) => path.slice(0, Math.max(path.lastIndexOf('/'), path.startsWith('/') ? 1 : 0)) || '.';
const join = (...parts) => new URL(parts.join('/').replace(/[?#%]/g, encodeURIComponent), 'file:///').pathname.slice(1);
export const posix = { dirname, join: (...parts) => decodeURIComponent(join(...parts)) };
`,
  // Its buffers are Node's. What is left of its work once the fence is known, is to hand the YAML to its engine.
  'gray-matter': `export default (text, { engines }) => { engines.yaml(text.slice(3, -3)); };
`,
};

/** Maps, highlighting of programs, conversion of pictures, pasted HTML: our configuration asks for none of them. */
const unused = /^(@shikijs\/|leaflet|terra-draw|svgo|turndown)/;
