import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ownBundle } from '../processes/own-program.ts';

const root = new URL('../../', import.meta.url);
/** Of the scripts, the one for mirrors is published with every site. */
const folders = ['build/', 'schemas/', 'scripts/', 'templates/'] as const;

/**
 * What a result depends on beside the content: our code, the packages, and the Node and Unicode data that run them. Whatever one of
 * them wrote into a cache is foreign to any other. Read once: a process goes on with the program that it has loaded.
 */
export function programKey(): string {
  kept ??= keyOf(ownBundle?.digest ?? readSources());
  return kept;
}

let kept: string | undefined;

function keyOf(sources: string): string {
  const { node, icu, unicode } = process.versions;
  const parts = [node, icu, unicode, process.platform, process.arch, sources];
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32);
}

/** The digest of our code and the list of packages. */
export function readSources(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(new URL('package-lock.json', root)));
  for (const folder of folders) {
    const files = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.\w+$/.test(file) && !file.endsWith('.md'))
      .toSorted();
    for (const file of files) {
      const name = `${folder}${file.replaceAll('\\', '/')}`;
      hash.update(`${name}\n`).update(readFileSync(fileURLToPath(new URL(name, root))));
    }
  }
  return hash.digest('hex');
}
