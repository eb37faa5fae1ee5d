/** `npm run types`: checks the types of the code, of Node's part and of the browser's. */
import { run } from './run.ts';
import { runPackage } from './spawn.ts';

const typescript = 'node_modules/typescript/bin/tsc';

await run('usage: npm run types', async () => {
  const node = await runPackage(typescript, ['--noEmit', '-p', '.']);
  const browser = await runPackage(typescript, ['--noEmit', '-p', 'templates']);
  return node === 0 && browser === 0 ? 0 : 1;
});
