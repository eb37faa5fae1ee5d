/** Runs the commands of the operator's guide as they stand there. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { runCommand } from './command.ts';

/** The blocks of commands below a heading of the guide, in their order. */
export async function commandBlocks(heading: string): Promise<readonly string[]> {
  const guide = await readFile('scripts/README.md', 'utf8');
  const [, section = ''] = guide.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/^( *)```sh\n([^`]*)^ *```$/gm)].map(([, , commands = '']) => commands);
}

/**
 * Returns what runs commands as an operator does who has nothing of her own yet.
 *
 * @param home her folder, in which they run
 * @param replace puts something of this computer into the place of what the guide names
 */
export function operatorShell(
  home: string,
  passphrase: string,
  replace: (commands: string) => string = (commands) => commands,
): (commands: string) => Promise<string> {
  const passport = `"${process.execPath}" "${path.resolve('scripts/passport.mjs')}"`;
  const npm = `npm() { local name="$2"; shift 3; ${passport} "$name" "$@"; }`;
  const env = {
    HOME: home,
    PASSPORT_KEYS_PASSPHRASE: passphrase,
    XDG_CONFIG_HOME: '',
    PASSPORT_KEYS_DIR: '',
  };
  return async (commands) => {
    const script = `${npm}\n${replace(commands)}`;
    const { code, stdout, stderr } = await runCommand('bash', ['-euc', script], env, home);
    expect({ commands, code, stderr: code === 0 ? '' : stderr }).toEqual({ commands, code: 0, stderr: '' });
    return stdout;
  };
}
