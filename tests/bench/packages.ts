import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('../../node_modules/', import.meta.url);

/** The folder of the project's packages. */
export const packagesFolder = fileURLToPath(root);

/** The absolute path of a file of a package: `pagefind/lib/runner/bin.cjs`. */
export const packageFile = (file: string): string => fileURLToPath(new URL(file, root));

export async function packageVersion(name: string): Promise<string> {
  const { version } = JSON.parse(await readFile(packageFile(`${name}/package.json`), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
