/** One holder of keys never counts as two, however her key is written. */
import { createPublicKey } from 'node:crypto';
import { Key, Root } from '@tufjs/models';
import { expect, test } from 'vitest';
import { keyPairOf, tufKey } from '../../build/trust/key-pair.ts';
import { requireSeparateKeys } from '../../build/trust/plain-metadata.ts';

const one = keyPairOf(Buffer.alloc(32, 1));
const other = keyPairOf(Buffer.alloc(32, 2));

/** A root that two keys sign for, the second one written like this. */
function rootOf(value: string): Root {
  const [first, second] = [
    tufKey(one),
    new Key({ keyID: 'b'.repeat(64), keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: value } }),
  ];
  const root = new Root({ version: 1, specVersion: '1.0.31', expires: '2027-01-01T00:00:00Z' });
  for (const key of [first, second]) root.addKey(key, 'root');
  return root;
}

const asPem = ({ privateKey }: typeof one): string =>
  String(createPublicKey(privateKey).export({ format: 'pem', type: 'spki' }));

test.each([
  ['the same letters', one.public],
  ['capital letters', one.public.toUpperCase()],
  ['PEM', asPem(one)],
  ['PEM with other line breaks', asPem(one).replaceAll('\n', '\r\n')],
])('a key that is named twice is refused: %s', (_, value) => {
  expect(() => requireSeparateKeys(rootOf(value))).toThrow('it names a key twice');
});

test.each([other.public, other.public.toUpperCase(), asPem(other), '-----BEGIN nothing'])(
  'keys of two holders are two: %s',
  (value) => {
    expect(() => requireSeparateKeys(rootOf(value))).not.toThrow();
  },
);
