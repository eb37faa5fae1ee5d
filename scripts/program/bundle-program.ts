/**
 * Bundles the commands, and the processes and threads that they start, into one folder: loading six hundred modules takes longer than
 * many a command works.
 *
 * Arguments: the folder, which must not be there yet, and the commands. It is there whole or not at all. Ends with 1 when it cannot be
 * made; whoever asks then runs the sources, which say what is wrong.
 */
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readSources } from '../../build/pipeline/program-key.ts';
import { build, type Plugin } from '../../build/processes/bundler.ts';
import { type BundledProgram, startedModules } from '../../build/processes/own-program.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Small ones that almost every command loads. Others have programs or files beside them, or belong to single commands. */
const bundledPackages: ReadonlySet<string> = new Set([
  '@noble/hashes',
  'ajv',
  'ajv-formats',
  'gettext-parser',
  'gray-matter',
  'markdown-it',
  'markdown-it-abbr',
  'markdown-it-deflist',
  'markdown-it-footnote',
  'yaml',
]);

async function bundleProgram(outdir: string, place: string, commands: readonly string[]): Promise<void> {
  const program: BundledProgram = { folder: `${pathToFileURL(place).href}/`, digest: readSources() };
  await build({
    absWorkingDir: project,
    entryPoints: [...commands.map((command) => `scripts/${command}`), ...startedModules].map(
      (module) => `${module}.ts`,
    ),
    outdir,
    outbase: project,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: `node${process.versions.node}`,
    charset: 'utf8',
    define: { bundledProgram: JSON.stringify(program), 'import.meta.url': 'ownAddress' },
    // Packages of the older kind ask for modules of Node by a function that modules do not have.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [packagesApart, ownAddresses],
    logLevel: 'silent',
  });
}

/** Leaves packages where they are, but for those that almost every command loads. */
const packagesApart: Plugin = {
  name: 'packages apart',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path: name, importer, kind }) => {
      const isOurs = !importer.includes(`${path.sep}node_modules${path.sep}`);
      const [nameOfPackage = ''] = /^(@[^/]+\/)?[^/]+/.exec(name) ?? [];
      const isApart = kind !== 'entry-point' && isOurs && !bundledPackages.has(nameOfPackage);
      return isApart || isBuiltin(name) ? { path: name, external: true } : undefined;
    });
  },
};

/** Files beside a module are found from where it was written. */
const ownAddresses: Plugin = {
  name: 'own addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.[jt]s$/ }, ({ path: file }) => {
      const contents = readFileSync(file, 'utf8');
      return contents.includes('import.meta.url')
        ? {
            contents: `const ownAddress = ${JSON.stringify(pathToFileURL(file).href)}; ${contents}`,
            loader: file.endsWith('.ts') ? 'ts' : 'js',
          }
        : undefined;
    });
  },
};

const [folder = '', ...commands] = process.argv.slice(2);
// Beside it, so that it comes into its place in one step.
const staged = mkdtempSync(`${folder}.`);
try {
  await bundleProgram(staged, folder, commands);
  renameSync(staged, folder);
} finally {
  rmSync(staged, { recursive: true, force: true });
}
