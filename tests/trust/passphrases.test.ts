/** Passphrases for new keys. */
import { expect, test } from 'vitest';
import { passphraseChooser } from '../../build/trust/passphrases.ts';

function chooser(answers: readonly string[], env: Record<string, string> = {}) {
  const [left, told, asked]: [string[], string[], string[]] = [[...answers], [], []];
  const choose = passphraseChooser({
    env,
    ask: async (what) => {
      asked.push(what);
      return left.shift() ?? '';
    },
    tell: (text) => void told.push(text),
  });
  return { choose, told, asked };
}

test('a new passphrase is typed twice', async () => {
  const { choose, told, asked } = chooser(['seven swans in spring', 'seven swans in spring']);
  expect(await choose('root key 1')).toBe('seven swans in spring');
  expect([told, asked]).toEqual([[], ['new passphrase for root key 1', 'the same again']]);
});

test('one that is short, or different the second time, or of another key, is asked for again', async () => {
  const one = 'seven swans in spring';
  const two = 'nine geese in autumn';
  const { choose, told } = chooser(['swans', one, 'seven swans', one, one, one, two, two]);
  expect([await choose('root key 1'), await choose('root key 2')]).toEqual([one, two]);
  expect(told).toEqual([
    expect.stringContaining('A passphrase needs 12 characters or more.'),
    'These were two different passphrases. Type it again.',
    'This passphrase protects another key already: choose another one.',
  ]);
});

test('letters are counted, and not bytes', async () => {
  await expect(chooser([], { PASSPORT_KEYS_PASSPHRASE: 'тёплый вече' }).choose('a key')).rejects.toThrow(
    'PASSPORT_KEYS_PASSPHRASE: A passphrase needs 12 characters or more.',
  );
  expect(await chooser([], { PASSPORT_KEYS_PASSPHRASE: 'тёплый вечер' }).choose('a key')).toBe(
    'тёплый вечер',
  );
});

test('where nobody can be asked, the way out is a variable', async () => {
  const choose = passphraseChooser({ env: {}, tell: () => {} });
  await expect(choose('a key')).rejects.toThrow(
    'put the passphrase into the variable PASSPORT_KEYS_PASSPHRASE',
  );
});
