import { askSecret } from '../build/cli/ask-secret.ts';
import type { AskPassphrase } from '../build/trust/open-keys.ts';

/**
 * Returns what asks for passphrases on the terminal, or nothing where nobody sits at one.
 *
 * Questions stand on the error output, so that what is printed can go into a file.
 */
export function passphrasePrompt(): AskPassphrase | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return (what, isRepeated) =>
    askSecret(isRepeated ? `that was wrong; ${what}` : what, process.stdin, process.stderr);
}
