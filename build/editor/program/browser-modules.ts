/**
 * What stands in the browser's program in place of modules that need Node, or that nobody needs there.
 */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import _standaloneCode from 'ajv/dist/standalone/index.js';
import type { Plugin } from 'esbuild';
import { readSchemaText } from '../../schema/read-schema.ts';
import { schemaNames } from '../../schema/schemas.ts';
import { createAjv } from '../../validate/compile-schema.ts';
import { type Role, schemaOf } from '../../validate/validators.ts';

const standaloneCode = _standaloneCode.default;

export const browserModules: Plugin = {
  name: 'modules of the browser',
  setup({ onLoad, onResolve }) {
    for (const [filter, contents] of replacements)
      onLoad({ filter }, () => ({ contents: contents(), loader: 'js', resolveDir: projectFolder }));
    onLoad({ filter: /@sveltia[/\\]cms[/\\]npm[/\\]index\.js$/ }, async ({ path }) => ({
      contents: withFirstLanguage(withVerdicts(await withOwnFonts(await readFile(path, 'utf8')))),
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

/**
 * Sveltia's style sheet names its fonts on a server of others; they lie in its package as well.
 *
 * @throws TypeError when the package has changed so that not all of them are found
 */
async function withOwnFonts(program: string): Promise<string> {
  const names = await fontNames();
  const own = program.replace(
    /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g,
    (_, family, subset) =>
      `assets/${names.find((name) => name.startsWith(`${family}-${subset}-`)) ?? missingFont(family)}`,
  );
  if (own.includes('cdn.jsdelivr.net')) throw new TypeError('Sveltia CMS names a file on cdn.jsdelivr.net');
  return own;
}

/**
 * Sveltia 0.221 asks for the verdict on every language when an entry could not be saved, and there is none on one that is switched off.
 *
 * @throws TypeError when the package has changed: then this may no longer be needed
 */
function withVerdicts(program: string): string {
  const asked = /Object\.values\((\w+\(\w+\)\[\w+\])\)(?=\.some\(\(\{valid:)/g;
  if (!asked.test(program)) throw new TypeError('Sveltia CMS no longer asks for verdicts as it did');
  return program.replace(asked, 'Object.values($1??{})');
}

/**
 * Sveltia 0.221 cannot save an entry that has no file in the first language of the editor: it asks for the path of that file. Here it
 * gets one, and the language is left out again of what the list of entries then knows.
 *
 * @throws TypeError when the package has changed: then this may no longer be needed
 */
function withFirstLanguage(program: string): string {
  const made =
    /(\{_i18n:\{canonicalSlug:\{key:\w+\}\}\}=(\w+\?\?\w+),.{0,600}?localizedEntryMap:Object\.fromEntries\(await Promise\.all\(Object\.entries\()(\w+)(?=\))/s;
  const saved = /(\{draft:(\w+),savingEntry:(\w+),cacheDB:\w+\(.{0,400}?\{savingEntry:)\3(?=,savingAssets:)/s;
  if (!made.test(program) || !saved.test(program))
    throw new TypeError('Sveltia CMS no longer makes what it saves as it did');
  return program
    .replace(made, '$1{[($2)._i18n.defaultLocale]:{},...$3}')
    .replace(
      saved,
      '$1{...$3,locales:Object.fromEntries(Object.entries($3.locales).filter(([tag])=>$2.currentLocales[tag]))}',
    );
}

function missingFont(family: string): never {
  throw new TypeError(`Sveltia CMS brings no font "${family}"`);
}

const assetsFolder = new URL('./assets/', import.meta.resolve('@sveltia/cms'));

async function fontNames(): Promise<readonly string[]> {
  return (await readdir(assetsFolder)).filter((name) => name.endsWith('.woff2'));
}

/** The fonts of Sveltia by their names, which its program looks for in the folder `assets` beside itself. */
export async function sveltiaFonts(): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = await fontNames();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(new URL(name, assetsFolder))] as const),
    ),
  );
}
