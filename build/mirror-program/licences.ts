import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/**
 * Returns a comment with the packages that are part of a bundle, their versions and licences, as these ask for.
 *
 * @param root the folder of the project, which has a licence of its own
 * @param inputs bundled files, relative to it
 * @throws TypeError for a package without a licence
 */
export function licenceComment(root: string, version: string, inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []),
  );
  const own = { name: 'Learning Passport', version, licence: textIn(root) ?? '' };
  const packages = [own, ...[...folders].toSorted().map((folder) => readPackage(path.join(root, folder)))];
  const text = packages.map(({ name, version, licence }) => `${name} ${version}\n\n${licence.trim()}`);
  return `/*\n${text.join('\n\n---\n\n').replaceAll('*/', '* /')}\n*/\n`;
}

function readPackage(folder: string): BundledPackage {
  const { name, version }: Omit<BundledPackage, 'licence'> = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const licence = textIn(folder);
  if (licence === undefined) throw new TypeError(`${name} comes without its licence`);
  return { name, version, licence };
}

function textIn(folder: string): string | undefined {
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt']
    .map((name) => path.join(folder, name))
    .find(existsSync);
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}
