import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('whoever ends a process that bundles is not shown what esbuild was waiting for', () => {
  const bundling = fileURLToPath(new URL('./bundling.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [bundling], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 4, stderr: '' });
});
