/**
 * The completion code of a certificate, such as `7K4M-QX2P-93TD-0AB1`: course, day and minutes, bound to the name of the learner.
 *
 * It shows that name and code belong together, and nothing more: whoever has this program can make one. The name is in it as 24 bits
 * of a digest, from which nobody reads it.
 *
 * 80 bits: course (22), day (14), minutes (12), bond with the name (24), check against slips of the finger (8).
 */
import { hash32 } from '../device/hash.ts';

export interface Completion {
  /** {@link courseNumber} of the course. */
  readonly course: number;
  /** Since 1970. */
  readonly day: number;
  readonly minutes: number;
}

/** 1 January 2024; codes last until 2068. */
const epochDay = 19_723;
const widths = [22, 14, 12, 24, 8] as const;

/** 22 bits of the digest of a course's id. */
export const courseNumber = (id: string): number => hash32(`course ${id}`) >>> 10;

export function completionCode(name: string, { course, day, minutes }: Completion): string {
  const fields = [course, clamp(day - epochDay, 14), clamp(minutes, 12)];
  const bound = [...fields, bond(name, fields)];
  return written([...bound, check(bound)]);
}

export type Verdict = 'consistent' | 'inconsistent' | 'unreadable';

/** Says whether a name and a code belong together, and what the code tells. */
export function verify(
  name: string,
  code: string,
): { readonly verdict: Verdict; readonly completion?: Completion } {
  const fields = read(code);
  if (fields === undefined) return { verdict: 'unreadable' };
  const [course = 0, days = 0, minutes = 0, bound] = fields;
  const consistent = bond(name, [course, days, minutes]) === bound;
  if (!consistent) return { verdict: 'inconsistent' };
  return { verdict: 'consistent', completion: { course, day: days + epochDay, minutes } };
}

/** What differs only in capitals, blanks, the way a letter is composed, or the apostrophe of oʻ is the same name. */
export const sameName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[ʻʼ‘’`´′]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

const bond = (name: string, fields: readonly number[]): number =>
  hash32(`name ${sameName(name)}|${fields.join('|')}`) >>> 8;

const check = (fields: readonly number[]): number => hash32(`code ${fields.join('|')}`) >>> 24;

const clamp = (value: number, bits: number): number => Math.min(Math.max(value, 0), 2 ** bits - 1);

/** Crockford's base 32: no I, L, O and U. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function written(fields: readonly number[]): string {
  let bits = 0n;
  fields.forEach((field, index) => {
    bits = (bits << BigInt(widths[index] ?? 0)) | BigInt(field);
  });
  const text = Array.from(
    { length: 16 },
    (_, index) => digits[Number((bits >> BigInt(75 - 5 * index)) & 31n)],
  );
  return text.join('').replace(/(.{4})(?=.)/g, '$1-');
}

function read(code: string): number[] | undefined {
  const text = code
    .toUpperCase()
    .replace(/[\s\u2010-\u2015.-]/g, '')
    .replace(/[^0-9A-Z]/g, asTyped)
    .replace(/[OIL]/g, asTyped);
  const values = Array.from(text, (digit) => digits.indexOf(digit));
  if (values.length !== 16 || values.includes(-1)) return undefined;
  let bits = values.reduce((all, value) => (all << 5n) | BigInt(value), 0n);
  const fields = [...widths].reverse().map((width) => {
    const field = Number(bits & ((1n << BigInt(width)) - 1n));
    bits >>= BigInt(width);
    return field;
  });
  const [found = -1, ...rest] = fields;
  const bound = rest.reverse();
  return check(bound) === found ? bound : undefined;
}

/** Letters that look the same, as a Cyrillic keyboard writes them, and those that stand for a digit. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('АВСЕНКМРТХО', (letter, index) => [letter, 'ABCEHKMPTX0'[index] ?? ''])),
  O: '0',
  I: '1',
  L: '1',
};

const asTyped = (letter: string): string => lookAlikes[letter] ?? letter;
