/** What can go wrong with a target, and the one sentence that says it: what, where, and the way out. */

/** Never holds what a server or a library said, since that may hold a key or a signed address. */
export interface Fault {
  readonly kind: FaultKind;
  /** What the protocol calls it: `NoSuchBucket`, `503`. */
  readonly code?: string;
  /** The server that was asked: `s3.example.org:443`. */
  readonly host?: string;
  /** Whether it may pass by itself. */
  readonly passes: boolean;
  /** What the server asks to wait for. */
  readonly retryAfterMs?: number;
}

export type FaultKind = keyof typeof meanings;

const meanings = {
  'no credentials': 'there are no credentials for it',
  'wrong credentials': 'the credentials are not accepted',
  expired: 'the credentials have expired',
  rights: 'these credentials may not do this',
  place: 'there is no such place',
  region: 'its region is another, or was not given',
  clock: 'the clock of this computer is wrong',
  full: 'there is no space left, or the quota is used up',
  host: 'no computer of this name is known',
  refused: 'the server accepts no connection',
  broken: 'the connection broke off',
  'time-out': 'no answer came in time',
  busy: 'the server is too busy, or out of order',
  certificate: 'the certificate of the server is not valid',
  'host key': 'the server does not show the key that it is known by',
  program: 'a program is missing',
  other: 'the server refused it',
} as const;

/** The ways out; a target gives those of its own. */
export type Remedies = Readonly<Partial<Record<FaultKind, string>>>;

const remedies: Readonly<Record<FaultKind, string>> = {
  'no credentials': 'Give credentials in the environment.',
  'wrong credentials': 'Check the credentials in the environment.',
  expired: 'Get new ones and run the command again.',
  rights: 'Give them the rights that "Targets" in scripts/README.md lists.',
  place: 'Make it first, or correct the address.',
  region: 'Set AWS_REGION to the region of the bucket.',
  clock: 'Set it right (on Linux: "timedatectl set-ntp true") and run the command again.',
  full: 'Make room there, or raise the quota, and run the command again.',
  host: 'Check the name, and whether this computer is online.',
  refused: 'Check the address, and whether the server runs.',
  broken: 'Check the connection and run the command again: it goes on where it ended.',
  'time-out': 'Check the connection and run the command again: it goes on where it ended.',
  busy: 'Run the command again later: it goes on where it ended.',
  certificate: 'Check the address and the clock of this computer; the certificate may have expired.',
  'host key': 'Connect once by hand with ssh, and compare the key with that of the server.',
  program: 'Install it and run the command again.',
  other: 'Check what the logs of the server say of it.',
};

/**
 * @param what was to be done: `writing "ru/index.html"`
 * @param own the ways out that are different for this target
 */
export function sentenceOf({ kind, code, host }: Fault, name: string, what: string, own: Remedies): string {
  const details = [code, host].filter((detail) => detail !== undefined).join(', ');
  const meaning = details === '' ? meanings[kind] : `${meanings[kind]} (${details})`;
  return `${name}: ${what} failed: ${meaning}. ${own[kind] ?? remedies[kind]}`;
}
