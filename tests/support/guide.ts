import { readFile } from 'node:fs/promises';

/** The blocks of commands below a heading of the operator's guide, in their order. */
export async function commandBlocks(heading: string): Promise<readonly string[]> {
  const guide = await readFile('scripts/README.md', 'utf8');
  const [, section = ''] = guide.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/^( *)```sh\n([^`]*)^ *```$/gm)].map(([, , commands = '']) => commands);
}
