import path from 'node:path';
import { expect, test } from 'vitest';
import { openSigner } from '../../build/publish/signer.ts';
import { keyLine } from '../../build/trust/key-line.ts';
import { newKeyPair } from '../../build/trust/key-pair.ts';
import { temporaryFolder } from '../support/content.ts';
import { firstDay } from '../support/publish.ts';

const signerIn = (top: string, env: Readonly<Record<string, string>> = {}) =>
  openSigner({
    country: 'kg',
    folder: path.join(top, 'releases/kg'),
    keysFolder: path.join(top, 'none'),
    env,
    platform: process.platform,
    now: firstDay,
  });

test('where there are no keys at all, some for trying out are made, once', async () => {
  const top = await temporaryFolder();
  const [first, again] = [await signerIn(top), await signerIn(top)];
  expect([first.isTrial, again.isTrial]).toEqual([true, true]);
  const pointer = Buffer.from('{}');
  const [one, other] = [await first.sign(pointer), await again.sign(pointer)];
  expect(one.get('metadata/1.root.json')).toEqual(other.get('metadata/1.root.json'));
});

test('a CI service that has keys and no root does not sign with others instead', async () => {
  const line = keyLine(newKeyPair(), 'kg', 'targets');
  await expect(signerIn(await temporaryFolder(), { PASSPORT_KEY_TARGETS: line })).rejects.toThrow(
    'There is no 1.root.json for kg. Make keys with',
  );
});
