/** `npm run screenshots`: the pictures of the README, taken of the sites as they are built now. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findOrInstallBrowser, launchBrowser } from '../tests/browser/browser.ts';
import { takePictures } from '../tests/browser/pictures.ts';
import { buildOwnSites, serveSites } from '../tests/support/built-sites.ts';
import { run } from './run.ts';

const folder = path.join('templates', 'pictures');

await run('usage: npm run screenshots', async () => {
  await findOrInstallBrowser((line) => console.log(line));
  const sites = await buildOwnSites();
  const server = await serveSites(sites.folder);
  const browser = await launchBrowser();
  try {
    await mkdir(folder, { recursive: true });
    for (const { file, bytes } of await takePictures(browser, server.url)) {
      await writeFile(path.join(folder, file), bytes);
      console.log(`${folder}/${file}  ${Math.ceil(bytes.length / 1024)} KB`);
    }
  } finally {
    await Promise.all([browser.close(), server.close(), sites.remove()]);
  }
  return 0;
});
