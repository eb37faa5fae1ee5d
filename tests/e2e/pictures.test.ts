import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { guidePictureFiles } from '../browser/guide-pictures.ts';
import { type Picture, takePictures } from '../browser/pictures.ts';
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
  expectSmall(pictures);
});

test('the pictures of the guide for authors are there, and are small', async () => {
  const guide = await readFile('content/README.md', 'utf8');
  const shown = [...guide.matchAll(/templates\/pictures\/guide\/([\w-]+\.png)/g)].map(([, file]) => file);
  expect(guidePictureFiles).toEqual(shown);
  const pictures = guidePictureFiles.map(async (file) => ({
    file,
    bytes: await readFile(path.join('templates/pictures/guide', file)),
  }));
  expectSmall(await Promise.all(pictures));
});

function expectSmall(pictures: readonly Picture[]): void {
  for (const { file, bytes } of pictures) expect(bytes.length, file).toBeLessThan(60 * 1024);
}
