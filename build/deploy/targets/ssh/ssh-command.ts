import type { SshAddress } from '../address.ts';
import { quoteForRsync, wordsOf } from './command-line.ts';

export interface SshCommand {
  /** The program and its options, without the name of the server. */
  readonly words: readonly string[];
  /** The same for rsync's `-e`. */
  readonly forRsync: string;
  /** `user@host`, with brackets around an address of IPv6. */
  readonly rsyncLogin: string;
}

/**
 * The configuration, the keys and the agent of the user count, and PASSPORT_SSH: `ssh -i KEY`. Nothing asks, and nothing waits for ever.
 *
 * @throws UsageError when PASSPORT_SSH is no command
 */
export function sshCommand(
  { login, host, port }: SshAddress,
  environment: Readonly<Record<string, string | undefined>>,
): SshCommand {
  const words = [
    ...wordsOf(environment.PASSPORT_SSH || 'ssh', 'PASSPORT_SSH'),
    '-T',
    ...['BatchMode=yes', 'ConnectTimeout=15', 'ServerAliveInterval=10', 'ServerAliveCountMax=3'].flatMap(
      (option) => ['-o', option],
    ),
    ...(port === undefined ? [] : ['-p', String(port)]),
  ];
  const rsyncLogin = host.includes(':') ? login.replace(host, `[${host}]`) : login;
  return { words, forRsync: quoteForRsync(words), rsyncLogin };
}

/** The same command with more options. */
export function withOptions(ssh: SshCommand, options: readonly string[]): SshCommand {
  const words = [...ssh.words, ...options];
  return { ...ssh, words, forRsync: quoteForRsync(words) };
}
