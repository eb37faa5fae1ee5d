import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { transform } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleMirrorProgram } from '../../../build/mirror-program/mirror-program.ts';
import { temporaryFolder } from '../../support/content.ts';
import { systemNode } from '../support/system-node.ts';

let code = '';
beforeAll(async () => {
  code = Buffer.from((await bundleMirrorProgram()).bytes).toString();
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as a ministry does: a file in a folder of its own, without packages. */
async function runProgram(args: readonly string[], fakedNode?: string): Promise<Ended> {
  const file = path.join(await temporaryFolder(), 'passport-mirror.mjs');
  await writeFile(file, code);
  const old = fileURLToPath(new URL('old-node.cjs', import.meta.url));
  const { NODE_OPTIONS: _, ...environment } = process.env;
  return new Promise((resolve) =>
    execFile(
      systemNode(),
      [...(fakedNode === undefined ? [] : ['--require', old]), file, ...args],
      { cwd: path.dirname(file), env: { ...environment, ...(fakedNode && { FAKED_NODE: fakedNode }) } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    ),
  );
}

test('the same sources give the same bytes', async () => {
  const again = await bundleMirrorProgram();
  expect(Buffer.from(again.bytes).toString() === code).toBe(true);
  expect(again).toMatchObject({ path: '/mirror/passport-mirror.mjs', sizeBytes: Buffer.byteLength(code) });
  // Where it was made is nobody's business.
  expect(code).not.toContain(path.resolve('.'));
});

test('it is small enough for a bad line', () => {
  expect(Buffer.byteLength(code)).toBeLessThan(256 * 1024);
  expect(brotliCompressSync(code).length).toBeLessThan(80 * 1024);
});

test('it says its version, as it is asked before it is taken into use', async () => {
  const { version }: { version: string } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(await runProgram(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('the Node of this machine runs it without packages, and its usage is that of the one file', async () => {
  const { code: exitCode, stdout, stderr } = await runProgram(['--help']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('node passport-mirror.mjs ');
  expect(stdout).not.toContain('npm run');
});

describe('a Node that is too old', () => {
  test.each(['12.17.0', '18.20.8', '20.16.0'])('%s gets a sentence', async (version) => {
    const { code: exitCode, stdout, stderr } = await runProgram(['--help'], version);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`needs Node 20.17 or newer, and this is Node ${version}:`);
    expect(stderr).toContain('apt install nodejs');
  });

  test.each(['20.17.0', '22.0.0', '26.1.0'])('and %s runs', async (version) => {
    expect(await runProgram(['--help'], version)).toMatchObject({ code: 0, stderr: '' });
  });

  test('can read the whole of it, and so come to the sentence', async () => {
    // What has no newer syntax stays as it is when it is written for an old Node.
    const forOld = await transform(code, { target: 'node12.17', format: 'esm', charset: 'utf8' });
    const forNew = await transform(code, { target: 'esnext', format: 'esm', charset: 'utf8' });
    expect(forOld.code === forNew.code).toBe(true);
  });

  test('asks for nothing but the means to ask before it was looked at', () => {
    expect(code.match(/^import .*$/gm)).toEqual(["import { createRequire } from 'module';"]);
  });
});

test.each([
  'Map.groupBy',
  'Object.groupBy',
  'Array.fromAsync',
  'Promise.withResolvers',
  'Promise.try',
  'Iterator.from',
  'isDisjointFrom',
  'symmetricDifference',
  'isSubsetOf',
  'zstdDecompress',
  'zstdCompress',
  'createZstd',
  'node:sqlite',
  'process.loadEnvFile',
  'import.meta.dirname',
  'Error.isError',
  'RegExp.escape',
  'Float16Array',
  'Math.sumPrecise',
  'Symbol.asyncDispose',
])('%s, which Node 20 does not know, is nowhere in it', (name) => {
  expect(code).not.toContain(name);
});

test('packages inside are named, with their licences, and what nobody calls is left out', () => {
  const end = code.slice(code.lastIndexOf('/*\n'));
  for (const name of ['Learning Passport', 'tuf-js', '@tufjs/models'])
    expect(end).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'));
  expect(end).toContain('The above copyright notice and this permission notice shall be included');
  expect(code).not.toMatch(/minimatch [0-9]|brace-expansion [0-9]|make-fetch-happen/);
});

test('an entry that does something after it ran is a fault of ours', async () => {
  const entry = path.join(await temporaryFolder(), 'other.ts');
  await writeFile(entry, 'console.log("no run");\n');
  await expect(bundleMirrorProgram(pathToFileURL(entry))).rejects.toThrow('does not wait for run');
});
