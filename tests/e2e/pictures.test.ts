import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { takePictures } from '../browser/pictures.ts';
import { ownSites, serveSites } from '../support/built-sites.ts';

test('the pictures of the README can be taken again, and are small', async () => {
  const [sites, browser] = await Promise.all([ownSites(), launchBrowser()]);
  const server = await serveSites(sites.folder);
  onTestFinished(async () => {
    await Promise.all([browser.close(), server.close(), sites.remove()]);
  });
  const readme = await readFile('README.md', 'utf8');
  const shown = [...readme.matchAll(/templates\/pictures\/([\w-]+\.png)/g)].map(([, file]) => file);
  const pictures = await takePictures(browser, server.url);
  expect(pictures.map(({ file }) => file)).toEqual(shown);
  for (const { file, bytes } of pictures) expect(bytes.length, file).toBeLessThan(60 * 1024);
});
