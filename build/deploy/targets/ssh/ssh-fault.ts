/** What ssh and rsync say of their faults, told apart by the words that they print. */
import type { Fault, FaultKind, Remedies } from '../shared/fault.ts';

/** A program that has ended with a code other than 0. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
  readonly program: string;
  readonly code: number | null;
  readonly stderr: string;

  constructor(program: string, code: number | null, stderr: string) {
    super(`${program} ended with ${code}`);
    this.program = program;
    this.code = code;
    this.stderr = stderr;
  }
}

export function sshFaultOf(error: unknown): Fault {
  if (isSpawnError(error)) return { kind: 'program', code: 'on this computer', passes: false };
  if (!(error instanceof ProgramError)) return { kind: 'other', passes: false };
  for (const [pattern, kind, passes] of words) if (pattern.test(error.stderr)) return { kind, passes };
  const code = `${error.program} ended with ${error.code ?? 'a signal'}`;
  const passes =
    error.code === 255 || (error.program === 'rsync' && passingRsyncCodes.includes(error.code ?? 0));
  return { kind: passes ? 'broken' : 'other', code, passes };
}

const isSpawnError = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && String(error.syscall).startsWith('spawn');

/** rsync(1): the protocol or the connection broke off, a time-out. */
const passingRsyncCodes: readonly number[] = [10, 12, 30, 35];

/** From the most telling to the least: one cause often has several lines. */
const words: readonly (readonly [RegExp, FaultKind, boolean])[] = [
  [/host key verification failed|remote host identification has changed/i, 'host key', false],
  [/could not resolve hostname/i, 'host', false],
  [
    /permission denied \((?:publickey|password|keyboard|gssapi|hostbased|none)|too many authentication failures/i,
    'wrong credentials',
    false,
  ],
  [/(?:rsync|sh): (?:command )?not found|rsync: No such file/i, 'program', false],
  [/no space left on device|disk quota exceeded|file too large/i, 'full', false],
  [/permission denied|operation not permitted|read-only file system/i, 'rights', false],
  [/connection refused/i, 'refused', true],
  [/timed out|timeout, server|timeout in data send/i, 'time-out', true],
  [/no such file or directory|not a directory/i, 'place', false],
];

export const sshRemedies: Remedies = {
  'wrong credentials':
    'Check the user, and that "ssh" with the same name signs in without a question: an agent or a key without a passphrase, or PASSPORT_SSH="ssh -i KEY".',
  rights: 'Give this user the right to write there.',
  place: 'Make the folder on the server first, or correct the address.',
  program: 'Install rsync and ssh here, and rsync on the server.',
  other: 'Try "ssh" with the same name by hand to see what is wrong.',
};
