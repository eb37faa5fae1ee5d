/** A folder of releases as a source. */
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Source, SourceError } from '../../../build/mirror/sources/source.ts';

export const folderSource = (folder: string): Source => ({
  name: folder,
  read: (name) => readFile(path.join(folder, name)).catch(() => undefined),
  async open(name) {
    const file = path.join(folder, name);
    if (!existsSync(file)) throw new SourceError('missing', `${folder} has no ${name}.`);
    return { offset: 0, pieces: createReadStream(file) };
  },
  close: () => {},
});
