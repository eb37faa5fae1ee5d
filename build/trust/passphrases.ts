/** Passphrases for new keys: twice on a terminal, else from the environment. */
import { EnvironmentError } from '../cli/errors.ts';
import type { AskPassphrase } from './open-keys.ts';

export interface PassphraseSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absent where nobody sits at a terminal. */
  readonly ask?: AskPassphrase;
  readonly tell: (text: string) => void;
}

const shortest = 12;

const tooShort = `A passphrase needs ${shortest} characters or more. Four or five words that belong together for nobody else are easier to keep than signs.`;

/**
 * Returns a function that gives the passphrase for a new key.
 *
 * Of several that are asked for, no two may be the same: who knows one must not know the next.
 *
 * @throws EnvironmentError when nobody can be asked, or what the environment says is too short
 */
export function passphraseChooser({ env, ask, tell }: PassphraseSource): (what: string) => Promise<string> {
  const known = env.PASSPORT_KEYS_PASSPHRASE || undefined;
  const chosen = new Set<string>();
  return async (what) => {
    if (known !== undefined && !isLong(known))
      throw new EnvironmentError(`PASSPORT_KEYS_PASSPHRASE: ${tooShort}`);
    if (known !== undefined) return known;
    if (ask === undefined)
      throw new EnvironmentError(
        'A passphrase is needed, and there is nobody to ask. Run the command on a terminal, or put the passphrase into the variable PASSPORT_KEYS_PASSPHRASE.',
      );
    for (;;) {
      const first = await ask(`new passphrase for ${what}`, false);
      const fault = !isLong(first)
        ? tooShort
        : chosen.has(first)
          ? 'This passphrase protects another key already: choose another one.'
          : (await ask('the same again', false)) !== first
            ? 'These were two different passphrases. Type it again.'
            : undefined;
      if (fault === undefined) {
        chosen.add(first);
        return first;
      }
      tell(fault);
    }
  };
}

const isLong = (passphrase: string): boolean => [...passphrase].length >= shortest;
