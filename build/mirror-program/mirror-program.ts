/**
 * Bundles the program of a mirror into the one file that a ministry runs: `passport-mirror.mjs`.
 *
 * In: `scripts/mirror.ts` with all that it imports. Out: a module for Node without packages beside it, the same bytes each time.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { programPath } from '../mirror/program/this-program.ts';
import type { AssetFile } from '../model/published.ts';
import { type BuildResult, build, type Plugin } from '../processes/bundler.ts';
import { licenceComment } from './licences.ts';
import { oldestParser, wrapProgram } from './wrap-program.ts';

const project = new URL('../../', import.meta.url);
const ownEntry = new URL('scripts/mirror.ts', project);

/**
 * @param entry a command of `scripts/`: it ends with `await run(usage, …)`
 * @throws the error of esbuild, and TypeError, for a fault in our own code
 */
export async function bundleMirrorProgram(entry: URL = ownEntry): Promise<AssetFile> {
  const file = fileURLToPath(entry);
  const root = fileURLToPath(project);
  const bundled: BuildResult<{ write: false; metafile: true }> = await build({
    entryPoints: [file],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: oldestParser,
    write: false,
    metafile: true,
    charset: 'utf8',
    legalComments: 'none',
    define: { bundledVersion: JSON.stringify(projectVersion()), 'import.meta.url': 'programUrl' },
    plugins: [withoutWaiting(file), withoutDelegations],
    logLevel: 'silent',
  });
  const [output] = bundled.outputFiles;
  if (output === undefined) throw new TypeError('esbuild returned no program');
  const licences = licenceComment(root, projectVersion(), Object.keys(bundled.metafile.inputs));
  const bytes = Buffer.from(wrapProgram(output.text, licences));
  return { path: `/${programPath}`, sizeBytes: bytes.length, bytes };
}

function projectVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(new URL('package.json', project), 'utf8'));
  return version;
}

/** Inside of a function a module cannot wait. Nothing comes after, and `run` throws nothing. */
const withoutWaiting = (entry: string): Plugin => ({
  name: 'the end of the entry without await',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path !== entry) return undefined;
      const [before, after, ...more] = readFileSync(path, 'utf8').split(/^await (?=run\()/m);
      if (before === undefined || after === undefined || more.length > 0)
        throw new TypeError(`${path} does not wait for run(…) once, at its end`);
      return { contents: before + after, loader: 'ts' };
    });
  },
});

/**
 * Patterns of paths belong to delegated roles of TUF, which releases do not have: a third of the file for what nobody calls. Whoever
 * calls it nevertheless is refused.
 */
const withoutDelegations: Plugin = {
  name: 'no delegations',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^minimatch$/ }, () => ({ path: 'minimatch', namespace: 'refused' }));
    onLoad({ filter: /^minimatch$/, namespace: 'refused' }, () => ({
      contents:
        'exports.minimatch = () => { throw new Error("Delegated roles are no part of a release."); };',
      loader: 'js',
    }));
  },
};
