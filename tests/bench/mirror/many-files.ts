/** A site of as many small files as one likes, for a release of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { releaseSlots } from '../../../templates/model/release-page.ts';
import { createRandom } from '../content/random.ts';

const filesPerFolder = 50;

/** Writes pages of about a kilobyte, each another one. */
export function writeManyFiles(folder: string, count: number, seed: number): void {
  const random = createRandom('many files', seed);
  const words = Array.from({ length: 2000 }, () => random.below(1e9).toString(36));
  const write = (name: string, content: string): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const slots = releaseSlots.map((slot) => `<span data-release="${slot}">–</span>`).join(' ');
  const first = {
    'index.html': '<a href="ru/">ru</a>',
    '404.html': 'Not found.',
    'robots.txt': 'User-agent: *\nAllow: /\n\nSitemap: https://kg.example.org/sitemap.xml\n',
    'ru/release/index.html': `<html lang="ru">${slots}</html>`,
  };
  for (const [name, content] of Object.entries(first)) write(name, content);
  for (let at = Object.keys(first).length; at < count; at++) {
    const text = Array.from({ length: 120 }, () => random.pick(words)).join(' ');
    write(
      `ru/${Math.floor(at / filesPerFolder)}/${at}.html`,
      `<html lang="ru"><title>${at}</title><p>${text}</p></html>`,
    );
  }
}
