/** A private key as one line, for the secrets of a CI service: `passport-key:1:kg:timestamp:<key id>:<seed in base64url>`. */
import { EnvironmentError } from '../cli/errors.ts';
import { type KeyPair, keyPairOf, seedOf } from './key-pair.ts';
import { type OnlineRole, onlineRoles } from './roles.ts';

/** The name of the secret that holds the key of a role. */
export const keyVariable = (role: OnlineRole): string => `PASSPORT_KEY_${role.toUpperCase()}`;

export const keyLine = (pair: KeyPair, country: string, role: OnlineRole): string =>
  ['passport-key', 1, country, role, pair.id, seedOf(pair).toString('base64url')].join(':');

/** @throws EnvironmentError, which does not show what the variable holds */
function parseKeyLine(line: string, country: string, role: OnlineRole): KeyPair {
  const name = keyVariable(role);
  const remedy = `Store there the line that "npm run keys -- export --role ${role} --country ${country}" prints.`;
  const [mark, format, ofCountry, ofRole, id, seed = '', ...more] = line.trim().split(':');
  const bytes = Buffer.from(seed, 'base64url');
  if (mark !== 'passport-key' || format !== '1' || more.length > 0)
    throw new EnvironmentError(`${name} does not hold a key. ${remedy}`);
  if (ofCountry !== country)
    throw new EnvironmentError(`${name} holds a key of another country (not of ${country}). ${remedy}`);
  if (ofRole !== role)
    throw new EnvironmentError(`${name} holds a key of another role (not of ${role}). ${remedy}`);
  const pair = bytes.length === 32 ? keyPairOf(bytes) : undefined;
  if (pair === undefined || pair.id !== id)
    throw new EnvironmentError(`${name} holds a key that is cut short or damaged. ${remedy}`);
  return pair;
}

/** The keys that the environment hands in, with the names of their variables. */
export function keysFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  country: string,
): readonly { readonly pair: KeyPair; readonly role: OnlineRole }[] {
  return onlineRoles.flatMap((role) => {
    const line = env[keyVariable(role)];
    // CI services hand in an empty text for a secret that is not there.
    return line === undefined || line.trim() === ''
      ? []
      : [{ pair: parseKeyLine(line, country, role), role }];
  });
}
