/** `npm run screenshots`: the pictures of the README and of the guide for authors, taken of the content as it is now. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { findOrInstallBrowser, launchBrowser } from '../tests/browser/browser.ts';
import { prepareGuideContent, takeGuidePictures } from '../tests/browser/guide-pictures.ts';
import { type Picture, takePictures } from '../tests/browser/pictures.ts';
import { buildOwnSites, serveSites } from '../tests/support/built-sites.ts';
import { spawnPreview } from '../tests/support/spawn-preview.ts';
import { run } from './run.ts';

const folder = path.join('templates', 'pictures');

await run('usage: npm run screenshots', async () => {
  await findOrInstallBrowser((line) => console.log(line));
  const browser = await launchBrowser();
  try {
    await write(folder, await takeOfSites(browser));
    await write(path.join(folder, 'guide'), await takeOfEditor(browser));
  } finally {
    await browser.close();
  }
  return 0;
});

async function takeOfSites(browser: Browser): Promise<readonly Picture[]> {
  const sites = await buildOwnSites();
  const server = await serveSites(sites.folder);
  try {
    return await takePictures(browser, server.url);
  } finally {
    await Promise.all([server.close(), sites.remove()]);
  }
}

/** Of a copy: the editor saves. */
async function takeOfEditor(browser: Browser): Promise<readonly Picture[]> {
  const top = await mkdtemp(path.join(tmpdir(), 'passport-guide-'));
  const content = path.join(top, 'content');
  try {
    await cp('content', content, { recursive: true });
    await prepareGuideContent(content);
    const preview = await spawnPreview(content);
    try {
      return await takeGuidePictures(browser, { url: preview.url, content });
    } finally {
      await preview.end();
    }
  } finally {
    await rm(top, { recursive: true, force: true });
  }
}

async function write(into: string, pictures: readonly Picture[]): Promise<void> {
  await mkdir(into, { recursive: true });
  for (const { file, bytes } of pictures) {
    await writeFile(path.join(into, file), bytes);
    console.log(`${into}/${file}  ${Math.ceil(bytes.length / 1024)} KB`);
  }
}
