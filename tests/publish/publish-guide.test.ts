/** The section “Publishing” of scripts/README.md: each of its commands is run, in its order. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveSites } from '../support/built-sites.ts';
import { minimalContent, temporaryFolder, writeContent } from '../support/content.ts';
import { commandBlocks, operatorShell } from '../support/guide.ts';

const deployed = 'rsync://deploy@www.example.org/srv/kg';
const withdrawn = 'https://kg.example.org/ru/materials/the-wind-and-the-hat/';

test.skipIf(process.platform === 'win32')(
  'every command of the guide does what it says',
  async () => {
    const home = await temporaryFolder();
    const live = path.join(home, 'live');
    const server = await serveSites(home);
    onTestFinished(server.close);
    await writeContent(path.join(home, 'content'), minimalContent);
    // A folder of this computer takes the place of the server, and a page of a small site that of the withdrawn one.
    const shell = operatorShell(home, 'correct horse battery staple', (commands) =>
      commands
        .replaceAll(deployed, `file://${live}`)
        .replaceAll(withdrawn, 'https://kg.example.org/en/materials/bag/')
        .replaceAll('--url https://kg.example.org/', `--url ${server.url}live/`),
    );
    const [
      keys = '',
      release = '',
      deploy = '',
      renew = '',
      rollback = '',
      withdraw = '',
      elsewhere = '',
      // Needs a checkout of its own: verify-release.test.ts runs it.
      _verify,
      ...more
    ] = await commandBlocks('Publishing');
    expect(more).toEqual([]);

    expect(await shell(keys)).toContain('sha256:');
    expect(await shell(release)).toContain('release 1: ');
    const told = await shell(deploy);
    expect(told).toContain('nothing was done; a deployment would upload');
    expect(told).toMatch(/files are as they were published/);
    expect(await shell(renew)).toContain('timestamp holds until');
    await writeContent(path.join(home, 'content'), {
      'shared/materials/bag/index.en.md': `${minimalContent['shared/materials/bag/index.en.md']}\nSmell.\n`,
    });
    await shell(release);
    await shell(deploy);
    expect(await readFile(path.join(live, 'en/materials/bag/index.html'), 'utf8')).toContain('Smell.');
    expect(await shell(rollback)).toContain('release 3 has what release 1 had');
    expect(await readFile(path.join(live, 'en/materials/bag/index.html'), 'utf8')).not.toContain('Smell.');
    await shell(withdraw);
    await rm(path.join(home, 'content/shared/materials/bag'), { recursive: true });
    expect(await readdir(path.join(live, 'en/materials'))).not.toContain('bag');
    await writeContent(path.join(home, 'content'), {
      'shared/courses/play/first/index.en.md': `${minimalContent['shared/courses/play/first/index.en.md']}\nMore.\n`,
    });
    const [build = ''] = release.split('\n');
    await shell(build);
    expect(await shell(elsewhere)).toContain('release 5: ');
  },
  600_000,
);
