/** `npm run types`: checks the types of the code, of Node's part, of the browser's and of the editor's. */
import { run } from './run.ts';
import { runPackage } from './spawn.ts';

const typescript = 'node_modules/typescript/bin/tsc';

await run('usage: npm run types', async () => {
  const node = await runPackage(typescript, ['--noEmit', '-p', '.']);
  const browser = await runPackage(typescript, ['--noEmit', '-p', 'templates']);
  const editor = await runPackage(typescript, ['--noEmit', '-p', 'build/editor/client']);
  return node === 0 && browser === 0 && editor === 0 ? 0 : 1;
});
