/** `npm test`: types, lint, and every test, the ones in a real browser too. */
import { findOrInstallBrowser } from '../tests/browser/browser.ts';
import { run } from './run.ts';
import { runPackage } from './spawn.ts';

await run('usage: npm test -- [file of a test …]', async (args) => {
  const step = async (title: string, code: Promise<number>): Promise<boolean> => {
    const failed = (await code) !== 0;
    console.log(failed ? `${title}: failed\n` : `${title}: passed\n`);
    return failed;
  };
  const passport = 'scripts/passport.mjs';
  // Meanwhile, for an installation takes a minute.
  const browser = findOrInstallBrowser((line) => console.log(line));
  // Told where it is awaited.
  browser.catch(() => {});
  const faults = [
    await step('types', runPackage(passport, ['types'])),
    await step('lint', runPackage(passport, ['lint'])),
  ];
  faults.push(
    await step(
      'tests',
      runPackage(
        'node_modules/vitest/vitest.mjs',
        ['run', '--config', 'tests/vitest.config.ts', '--root', '.', ...args],
        { PASSPORT_BROWSER: await browser },
      ),
    ),
  );
  return faults.includes(true) ? 1 : 0;
});
