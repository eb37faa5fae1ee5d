/** Private keys in files: what opens them, and what does not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../build/model/paths.ts';
import {
  readKeyFile,
  sealKey,
  strongCost,
  unsealKey,
  WrongPassphraseError,
} from '../../build/trust/key-file.ts';
import { newKeyPair, seedOf } from '../../build/trust/key-pair.ts';
import { cheapCost, passphrase } from './publisher.ts';

const owner = { country: 'kg', role: 'targets', created: '2026-11-29' } as const;

const open = (text: string, typed: string) => unsealKey(readKeyFile(text, 'a.key.json'), 'a.key.json', typed);

test('a key comes back with its passphrase alone, which costs a guess 128 MB', async () => {
  const pair = newKeyPair();
  const text = await sealKey(pair, owner, passphrase);
  expect(readKeyFile(text, 'a.key.json')).toMatchObject({
    country: 'kg',
    role: 'targets',
    keyid: pair.id,
    public: pair.public,
    protection: { kind: 'scrypt+aes-256-gcm', ...strongCost },
  });
  expect(128 * strongCost.N * strongCost.r).toBe(128 * 1024 * 1024);
  expect(seedOf(await open(text, passphrase))).toEqual(seedOf(pair));
  await expect(open(text, `${passphrase} `)).rejects.toThrow(
    /^a\.key\.json: the passphrase is wrong\. Type it again, .* Caps Lock.* rotate"\.$/,
  );
});

test('no form of the private key stands in the file', async () => {
  const pair = newKeyPair();
  const text = await sealKey(pair, owner, passphrase, cheapCost);
  for (const form of ['base64', 'base64url', 'hex'] as const)
    expect(text).not.toContain(seedOf(pair).toString(form).replace(/=+$/, ''));
  expect(text).not.toContain(passphrase);
});

test('the same letters open it, whichever way a keyboard makes them', async () => {
  const text = await sealKey(newKeyPair(), owner, 'тёплый вечер'.normalize('NFD'), cheapCost);
  await expect(open(text, 'тёплый вечер'.normalize('NFC'))).resolves.toBeDefined();
});

test('any damage is told as such, and is not taken for a wrong passphrase', async () => {
  const text = await sealKey(newKeyPair(), owner, passphrase, cheapCost);
  const damage = fc.record({ at: fc.nat(text.length - 3), letter: fc.constantFrom('0', 'x', '"', '{', ' ') });
  await fc.assert(
    fc.asyncProperty(damage, fc.boolean(), async ({ at, letter }, isCut) => {
      const hurt = isCut ? text.slice(0, at) : text.slice(0, at) + letter + text.slice(at + 1);
      // Spaces between the parts of JSON mean nothing.
      fc.pre(compact(hurt) !== compact(text));
      expect(() => readKeyFile(hurt, 'a.key.json')).toThrow(/^a\.key\.json: this key file is damaged\./);
    }),
  );
});

const compact = (json: string): string => {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return json;
  }
};

test.each([
  ['of another role', { role: 'root' }],
  ['of another country', { country: 'rs' }],
])('a key cannot be passed off as one %s', async (_, lie) => {
  const text = await sealKey(newKeyPair(), owner, passphrase, cheapCost);
  const { check, ...rest } = JSON.parse(text);
  expect(check).toBe(sha256(JSON.stringify(rest)));
  const lying = { ...rest, ...lie };
  const told = JSON.stringify({ ...lying, check: sha256(JSON.stringify(lying)) });
  await expect(open(told, passphrase)).rejects.toThrow(WrongPassphraseError);
});

test('a file that would take all memory is refused before it does', async () => {
  const { check: _, ...rest } = JSON.parse(await sealKey(newKeyPair(), owner, passphrase, cheapCost));
  const greedy = { ...rest, protection: { ...rest.protection, N: 2 ** 30 } };
  const text = JSON.stringify({ ...greedy, check: sha256(JSON.stringify(greedy)) });
  expect(() => readKeyFile(text, 'a.key.json')).toThrow('this key file is damaged');
});
