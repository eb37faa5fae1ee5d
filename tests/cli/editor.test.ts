/** The editor as files for a server of its own. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { serveSites } from '../support/built-sites.ts';
import { type Outcome, passport } from '../support/command.ts';
import { contentFolder, minimalContent, temporaryFolder } from '../support/content.ts';

const site = String(minimalContent['site.yml']);
const gitlab = `${site}editor:\n  backend: gitlab\n  repo: ministry/passport\n  apiRoot: https://git.example.org/api/v4\n  appId: abc\n`;

const editor = (content: string, out: string): Promise<Outcome> =>
  passport(['editor', '--content', content, '--out', out]);

test('a page for what all share and one for each country, which save to the service that site.yml names', async () => {
  const out = path.join(await temporaryFolder(), 'admin');
  const { code, stdout, stderr } = await editor(await contentFolder({ 'site.yml': gitlab }), out);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('it saves to gitlab, ministry/passport');
  for (const page of ['index.html', 'kg/index.html']) {
    const html = await readFile(path.join(out, page), 'utf8');
    const script = /<script type="module" src="([^"]+)">/.exec(html)?.[1] ?? 'none';
    expect(await readFile(path.join(out, path.dirname(page), script), 'utf8')).toContain('gitlab');
    expect(/connect-src [^;"]*/.exec(html)?.[0]).toBe(
      "connect-src 'self' blob: data: https://git.example.org",
    );
    expect(html.includes('"token"')).toBe(false);
  }
  const again = await editor(await contentFolder({ 'site.yml': gitlab }), out);
  expect(again.code).toBe(0);
  expect((await readdir(path.dirname(out))).filter((name) => name.endsWith('~'))).toEqual([]);
});

test('its page asks nobody but the service, and lets authors sign in there', async () => {
  const out = path.join(await temporaryFolder(), 'admin');
  await editor(await contentFolder({ 'site.yml': gitlab }), out);
  const server = await serveSites(out);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    await page.goto(server.url);
    await page.getByRole('button', { name: /Sign In.*GitLab/i }).waitFor();
    expect([...asked].filter((origin) => !['null', new URL(server.url).origin].includes(origin))).toEqual([]);
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
});

test('nothing is written over another folder, nor where site.yml names no service, nor of faulty content', async () => {
  const folder = await temporaryFolder();
  const other = path.join(folder, 'sites');
  await mkdir(other);
  await writeFile(path.join(other, 'index.html'), 'a site');
  const content = await contentFolder({ 'site.yml': gitlab });
  const refused = await editor(content, other);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('holds something else. Choose a folder of its own');
  expect(await readdir(other)).toEqual(['index.html']);
  const nowhere = await editor(await contentFolder(), path.join(folder, 'admin'));
  expect(nowhere.code).toBe(2);
  expect(nowhere.stderr).toContain('site.yml does not say where the editor saves');
  const faulty = await editor(
    await contentFolder({ 'site.yml': gitlab, 'countries/kg/country.yml': 'code: kg\n' }),
    path.join(folder, 'admin'),
  );
  expect(faulty.code).toBe(1);
  expect(faulty.stderr).toContain('country.yml:1:1');
  expect(await readdir(folder)).toEqual(['sites']);
});
