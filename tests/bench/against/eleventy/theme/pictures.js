/**
 * Photographs as WebP, no wider than a phone needs and without metadata: made once for all sites, beside whose projects they are kept.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

const kept = path.join('..', 'made-pictures');

const isPhotograph = (file) => /\.(png|jpe?g)$/.test(file);

export const publishedPicture = (src) => (isPhotograph(src) ? `${src}.webp` : src);

/** As many at once as there are cores. */
export async function makePictures(output) {
  sharp.concurrency(1);
  await mkdir(kept, { recursive: true });
  const files = (await readdir('photographs', { recursive: true })).filter(isPhotograph).values();
  const makeNext = async () => {
    for (const file of files)
      await cp(await makePicture(path.join('photographs', file)), path.join(output, publishedPicture(file)));
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, makeNext));
}

async function makePicture(file) {
  const source = await readFile(file);
  const made = path.join(kept, `${createHash('sha256').update(source).digest('hex')}.webp`);
  if (!existsSync(made))
    await sharp(source)
      .rotate()
      .resize({ width: 960, withoutEnlargement: true })
      .webp({ quality: 72 })
      .toFile(made);
  return made;
}
