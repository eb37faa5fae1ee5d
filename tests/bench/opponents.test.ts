import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../../build/cli/errors.ts';
import { temporaryFolder } from '../support/content.ts';
import type { OpponentName } from './against/opponent.ts';
import { findOpponents, readSites } from './against/opponents.ts';
import { generateContent } from './content/generate-content.ts';

const { signal } = new AbortController();

async function builtOutputs(name: OpponentName): Promise<ReadonlyMap<string, readonly string[]>> {
  const content = await temporaryFolder();
  await generateContent({ folder: content, pages: 1000, seed: 3 });
  const sites = (await readSites(content)).slice(0, 2);
  const outputs = new Map<string, readonly string[]>();
  for (const opponent of await findOpponents([name], content, signal)) {
    const project = await opponent.prepare({ sites, css: 'body{}', folder: await temporaryFolder() });
    await project.build(signal);
    outputs.set(opponent.title, project.outputs);
  }
  return outputs;
}

const picturesOf = (page: string): string[] =>
  [...page.matchAll(/<img [^>]*?src="([^"]+)"/g)].map(([, src = '']) => src);

const extensionsOf = (files: readonly string[]): string[] =>
  [...new Set(files.map((file) => path.extname(file)))].toSorted();

test.for(['hugo', 'eleventy'] as const)(
  '%s publishes every picture that its pages show',
  async (name, { skip }) => {
    const built = await builtOutputs(name).catch((error: unknown) => {
      if (error instanceof EnvironmentError && error.message.startsWith('hugo is not'))
        return skip(error.message);
      throw error;
    });
    for (const [title, outputs] of built) {
      for (const output of outputs) {
        const files = await readdir(output, { recursive: true });
        const pages = files.filter((file) => file.endsWith('.html'));
        const html = await Promise.all(pages.map((file) => readFile(path.join(output, file), 'utf8')));
        const shown = [...new Set(html.flatMap(picturesOf))];
        expect(shown.filter((src) => !existsSync(path.join(output, src)))).toEqual([]);
        const asTheyAre = title.endsWith('as they are');
        expect({ title, kinds: extensionsOf(shown) }).toEqual({
          title,
          kinds: asTheyAre ? ['.png', '.svg'] : ['.svg', '.webp'],
        });
      }
    }
  },
);
