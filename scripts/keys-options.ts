/** What the command `keys` takes. */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { suggest } from '../build/diagnostics/suggest.ts';
import { keysFolderOf } from '../build/trust/key-folder.ts';
import { roles } from '../build/trust/roles.ts';
import { isCountryCode } from '../schemas/brands.ts';

const actions = ['create', 'status', 'rotate', 'revoke', 'extend', 'sign', 'renew', 'export'] as const;
type Action = (typeof actions)[number];

export const keysUsage = `usage: npm run keys -- ACTION --country CC [options]

  create                     make all keys of a country, on a computer without a network: three root keys, of which two must sign,
                             and those that sign releases. --root-keys N, --root-threshold N
  status [--from DIR]        which keys there are, and until when what they signed holds; exit 1 when it is time to sign anew. --json
  rotate --role ROLE         put a new key into the place of one: --replace KEY, where the role has several
  revoke KEY                 take a key away from a role that has enough others
  extend                     the same keys for another year
  sign FILE                  add signatures to a root that was proposed, and use it once there are enough
  renew --from DIR           sign anew what is about to expire in a release folder: releases/kg. --published TARGET [--endpoint URL]
                             fetches first what is published there, on a computer that has not released it
  export --role ROLE         print a key as one line, for the secrets of a CI service

KEY is the beginning of its id, six digits or more. ROLE is one of: ${roles.join(', ')}. rotate, revoke and extend take:

  --root-key FILE            a root key that is not in the folder of keys, or a folder with some; may be given again
  --propose                  write the new root with the signatures that there are; others add theirs with "sign"

  --country CC               the country
  --keys DIR                 where the keys are, a folder for each country (PASSPORT_KEYS_DIR, else learning-passport/keys in the
                             folder for settings of this computer's user)
  --lifetimes ROLE=DAYS,…    for how long it holds (root=365,targets=180,snapshot=30,timestamp=14)

Passphrases are asked on a terminal, or taken from PASSPORT_KEYS_PASSPHRASE; keys also from PASSPORT_KEY_TARGETS, PASSPORT_KEY_SNAPSHOT
and PASSPORT_KEY_TIMESTAMP.`;

const options = {
  country: { type: 'string' },
  keys: { type: 'string' },
  from: { type: 'string' },
  published: { type: 'string' },
  endpoint: { type: 'string' },
  json: { type: 'boolean' },
  role: { type: 'string' },
  replace: { type: 'string' },
  'root-key': { type: 'string', multiple: true },
  propose: { type: 'boolean' },
  lifetimes: { type: 'string' },
  'root-keys': { type: 'string' },
  'root-threshold': { type: 'string' },
} as const;

const always = ['country', 'keys'];
const changing = [...always, 'root-key', 'propose', 'lifetimes'];
const optionsOf: Readonly<Record<Action, string[]>> = {
  create: [...always, 'root-keys', 'root-threshold', 'lifetimes'],
  status: [...always, 'from', 'published', 'endpoint', 'json'],
  rotate: [...changing, 'role', 'replace'],
  revoke: changing,
  extend: changing,
  sign: [...always, 'root-key'],
  renew: [...always, 'from', 'published', 'endpoint', 'lifetimes'],
  export: [...always, 'role'],
};

export type KeysRequest = ReturnType<typeof readKeysRequest>;

/** @throws UsageError */
export function readKeysRequest(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [word, ...words] = positionals;
  const action = toAction(word);
  const misplaced = Object.keys(values).find((name) => !(optionsOf[action] as string[]).includes(name));
  if (misplaced !== undefined) throw new UsageError(`"keys ${action}" takes no --${misplaced}`);
  if (words.length !== (action === 'revoke' || action === 'sign' ? 1 : 0))
    throw new UsageError(
      action === 'revoke'
        ? 'say which key to revoke'
        : action === 'sign'
          ? 'say which file to sign'
          : `too many words: ${words.join(' ')}`,
    );
  const { country = '' } = values;
  if (!isCountryCode(country)) throw new UsageError('say of which country, with two letters: --country kg');
  const folder = keysFolderOf({
    given: values.keys,
    country,
    env: process.env,
    home: os.homedir(),
    platform: process.platform,
  });
  return { ...values, action, word: words[0] ?? '', country, folder, now: new Date() };
}

function toAction(word = ''): Action {
  const action = actions.find((known) => known === word);
  if (action !== undefined) return action;
  if (word === '') throw new UsageError(`say what to do: ${actions.join(', ')}`);
  const meant = suggest(word, actions);
  throw new UsageError(
    `there is no "keys ${word}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
  );
}
