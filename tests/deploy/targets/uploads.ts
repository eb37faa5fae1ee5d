import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Upload } from '../../../build/deploy/targets/target.ts';
import { temporaryFolder } from '../../support/content.ts';

/** Files of this computer that are to be published under these paths. */
export async function uploadsOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  more: Partial<Upload> = {},
): Promise<readonly Upload[]> {
  const folder = path.join(await temporaryFolder(), 'sources');
  await mkdir(folder);
  return Promise.all(
    Object.entries(files).map(async ([sitePath, content], index) => {
      const source = path.join(folder, String(index));
      await writeFile(source, content);
      return {
        path: sitePath,
        bytes: Buffer.byteLength(content),
        source,
        type: 'text/html; charset=utf-8',
        cacheControl: 'public, max-age=300',
        ...more,
      };
    }),
  );
}
