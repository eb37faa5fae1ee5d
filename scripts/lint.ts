/** `npm run lint`: checks style and format of the code; `-- --fix` mends what can be mended. */
import { parseArgs } from 'node:util';
import { run } from './run.ts';
import { runPackage } from './spawn.ts';

await run('usage: npm run lint -- [--fix]', async (args) => {
  const { values } = parseArgs({ args: [...args], options: { fix: { type: 'boolean', default: false } } });
  const code = await runPackage('node_modules/@biomejs/biome/bin/biome', [
    'check',
    '--error-on-warnings',
    ...(values.fix ? ['--write'] : []),
    '.',
  ]);
  return code === 0 ? 0 : 1;
});
