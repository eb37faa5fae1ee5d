import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { purge } from '../../build/deploy/purge.ts';
import { temporaryFolder } from '../support/content.ts';

/** A program of an operator. */
async function hook(script: string): Promise<{ readonly file: string; readonly told: string }> {
  const folder = await temporaryFolder();
  const [file, told] = [path.join(folder, 'purge'), path.join(folder, 'told')];
  await writeFile(file, `#!/bin/sh\n${script.replaceAll('TOLD', told)}\n`);
  await chmod(file, 0o755);
  return { file, told };
}

const { signal } = new AbortController();

describeUnlessWindows('the purge hook', () => {
  test('reads each path once, a page by its folder', async () => {
    const { file, told } = await hook('cat > TOLD');
    await purge(file, ['ru/index.html', 'index.html', 'ru/feed.xml', 'ru/feed.xml'], signal);
    expect(await readFile(told, 'utf8')).toBe('/ru/\n/\n/ru/feed.xml\n');
  });

  test('that reads nothing is no fault, however much there is to read', async () => {
    const { file } = await hook('exit 0');
    const many = Array.from({ length: 20_000 }, (_, at) => `ru/page-${at}/index.html`);
    await purge(file, many, signal);
  });

  test('that fails is told, with how to do it again', async () => {
    const { file } = await hook('exit 4');
    await expect(purge(file, ['ru/index.html'], signal)).rejects.toThrow(
      /ended with 4\. The release is published; .*--purge-hook .* --purge-all/,
    );
  });

  test('that is not there is told', async () => {
    await expect(purge('/none/purge', ['ru/index.html'], signal)).rejects.toThrow(/could not be started \(/);
  });
});

/** Programs of a shell. */
function describeUnlessWindows(name: string, tests: () => void): void {
  if (process.platform !== 'win32') describe(name, tests);
}
