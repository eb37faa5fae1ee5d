/** The folder of a mirror as a synchronisation leaves it, made by hand: two releases, of which one is served. */
import { link, mkdir, rename, symlink } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { mirrorPaths, siteFolder, siteLinks } from '../../../build/mirror/folder/mirror-paths.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { writeContent } from '../../support/content.ts';

/** Of each release, by the path in its site. */
export const filesOf = (release: number): Readonly<Record<string, string>> => ({
  'index.html': page(`release ${release}`),
  '404.html': page('nothing in any language'),
  'ru/index.html': page(`выпуск ${release}`),
  'ru/404.html': page('нет такой страницы'),
  'uz-latn/404.html': page('bunday sahifa yoʻq'),
  'assets/cover.0a1b2c3d.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'mirror/passport-mirror.mjs': 'console.log("a mirror");\n',
  'metadata/timestamp.json': `{"release":${release}}\n`,
  '_server/nginx.conf': 'return 200 "configured by a thief";\n',
});

const page = (words: string): string => `<!doctype html><title>${words}</title>${'<p>Words. '.repeat(60)}\n`;

export const health = '{"format":1,"state":"ok"}\n';
export const metrics = 'passport_mirror_up 1\n';

export async function makeServedFolder(folder: string): Promise<void> {
  const paths = mirrorPaths(folder);
  await writeContent(paths.health, { 'health.json': health, metrics });
  for (const release of [1, 2]) {
    const site = siteFolder(paths, release);
    for (const [file, content] of Object.entries(filesOf(release))) {
      const digest = sha256(content);
      await writeContent(paths.objects, {
        [digest]: content,
        [`${digest}.br`]: brotliCompressSync(content),
        [`${digest}.gz`]: gzipSync(content),
      });
      const target = path.join(site, file);
      await mkdir(path.dirname(target), { recursive: true });
      for (const suffix of ['', '.br', '.gz'])
        await link(path.join(paths.objects, digest + suffix), target + suffix);
    }
    for (const [name, target] of Object.entries(siteLinks)) await symlink(target, path.join(site, name));
  }
  await serveRelease(folder, 1);
}

/** Switches as a synchronisation does. */
export async function serveRelease(folder: string, release: number): Promise<void> {
  const { current } = mirrorPaths(folder);
  await symlink(`sites/${release}`, `${current}.new~`);
  await rename(`${current}.new~`, current);
}
