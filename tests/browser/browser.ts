/**
 * The browser of the tests: an installed Chromium, else Debian's packages, else Playwright's own download.
 */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { EnvironmentError } from '../../build/cli/errors.ts';

const runFile = promisify(execFile);

/** The engine without the windows around it: a new page takes half the time, of which each test opens some. */
const shellPackage = 'chromium-headless-shell';

/**
 * @param say is told which browser is used, and of an installation, which takes a minute
 * @returns the path of its program
 * @throws EnvironmentError when there is none and none can be installed
 */
export async function findOrInstallBrowser(say: (line: string) => void): Promise<string> {
  const installed = await findBrowser();
  if (installed !== undefined) {
    say(`browser: ${installed} (installed)`);
    return installed;
  }
  for (const [name, install] of installers) {
    say(`browser: none is installed; trying ${name} …`);
    const fault = await install().then(
      () => undefined,
      (error: Error) => error,
    );
    const found = await findBrowser();
    if (found !== undefined) {
      say(`browser: ${found} (from ${name})`);
      return found;
    }
    say(`browser: ${name} did not work: ${fault?.message.split('\n')[0] ?? 'no browser came of it'}`);
  }
  throw new EnvironmentError(
    'The tests need a browser. Install Chromium or Chrome, or set PASSPORT_BROWSER to its program, and run "npm test" again.',
  );
}

/** The program named in PASSPORT_BROWSER, or a Chromium in one of the usual places, the shell without windows first. */
export async function findBrowser(): Promise<string | undefined> {
  const named = process.env.PASSPORT_BROWSER;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [
    ...(named === undefined ? [] : [named]),
    ...[
      shellPackage,
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'chrome',
    ].flatMap((name) => folders.map((folder) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    chromium.executablePath(),
  ];
  for (const candidate of candidates) if (await isProgram(candidate)) return candidate;
  return undefined;
}

const isProgram = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

const installers: readonly (readonly [string, () => Promise<unknown>])[] = [
  [`Debian’s package "${shellPackage}"`, () => installDebianPackage(shellPackage)],
  ['Debian’s package "chromium"', () => installDebianPackage('chromium')],
  [
    'Playwright’s download',
    () =>
      runFile(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
        timeout: 300_000,
      }),
  ],
];

async function installDebianPackage(name: string): Promise<void> {
  const root = process.getuid?.() === 0;
  const apt = async (...args: readonly string[]) => {
    const [program = '', ...rest] = root ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
    await runFile(program, rest, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 600_000,
      maxBuffer: 64 * 1024 * 1024,
    });
  };
  await apt('update', '-qq');
  await apt('install', '-y', '-qq', '--no-install-recommends', name, 'fonts-noto-core');
}

/** Starts the browser without a window and without any traffic of its own. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (executablePath === undefined)
    throw new EnvironmentError('There is no browser yet: run the tests with "npm test", which installs one.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      // Processes cost more than what they do here.
      '--renderer-process-limit=1',
      '--in-process-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium knows prefers-reduced-data, and does not yet offer it.
      '--enable-blink-features=PrefersReducedData',
    ],
  });
}
