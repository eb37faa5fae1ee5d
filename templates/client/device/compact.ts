/**
 * A record so short that a QR code holds it: which lessons are done, on which day, and which quizzes were right.
 *
 * Bytes: version; number of days; for each day, in order: how many days after the one before, how many lessons, and for each its
 * digest (4) and a bit for each of the quizzes q1–q8 that was right. Then the quizzes with other names. Then a check of all that (4).
 * Day 0 is for lessons that are not done yet. Numbers without a fixed length are LEB128. About 7 bytes for a lesson.
 */
import { fromBase64url, toBase64url } from './base64url.ts';
import { dayOf, secondsOf } from './days.ts';
import { hashBytes } from './hash.ts';
import { type Answer, emptyRecord, format, type LearningRecord } from './record.ts';
import { namelessOf, shortIdOf, splitQuizId } from './short-id.ts';

const version = 1;
/** 31 December 2023: what was done before counts as of the day after. */
const epochDay = 19_722;
const lastDay = 0xffff;

interface Learned {
  day: number;
  /** Of q1–q8, q1 lowest. */
  right: number;
  readonly otherQuizzes: string[];
}

/**
 * @returns base64url
 * @param maxLength of the text; what does not fit is left out in this order: quizzes with names of their own, then everything
 */
export function compactRecord(record: LearningRecord, maxLength: number): string | undefined {
  const learned = learnedOf(record);
  const texts = [
    learned.flatMap(([id, { otherQuizzes }]) => otherQuizzes.map((name) => [id, name] as const)),
    [],
  ];
  return texts.map((quizzes) => write(learned, quizzes)).find((text) => text.length <= maxLength);
}

function learnedOf({ lessons, quizzes }: LearningRecord): (readonly [id: number, Learned])[] {
  const all = new Map<number, Learned>();
  const of = (lesson: string): Learned => {
    const id = shortIdOf(lesson);
    const learned = all.get(id) ?? { day: 0, right: 0, otherQuizzes: [] };
    all.set(id, learned);
    return learned;
  };
  for (const [id, at] of Object.entries(lessons)) {
    const day = Math.min(Math.max(dayOf(at) - epochDay, 1), lastDay);
    const learned = of(id);
    learned.day = learned.day === 0 ? day : Math.min(learned.day, day);
  }
  for (const [id, answer] of Object.entries(quizzes)) {
    const [lesson, name] = splitQuizId(id);
    if (answer.right !== true) continue;
    if (/^q[1-8]$/.test(name)) of(lesson).right |= 1 << (Number(name[1]) - 1);
    else if (!of(lesson).otherQuizzes.includes(name)) of(lesson).otherQuizzes.push(name);
  }
  return [...all].sort(([a], [b]) => a - b);
}

function write(
  learned: readonly (readonly [id: number, Learned])[],
  otherQuizzes: readonly (readonly [id: number, name: string])[],
): string {
  const bytes = [version];
  const days = [...new Set(learned.map(([, { day }]) => day))].sort((a, b) => a - b);
  writeNumber(bytes, days.length);
  days.forEach((day, index) => {
    const lessons = learned.filter(([, other]) => other.day === day);
    writeNumber(bytes, day - (days[index - 1] ?? 0));
    writeNumber(bytes, lessons.length);
    for (const [id, { right }] of lessons) bytes.push(...bytesOf(id), right);
  });
  writeNumber(bytes, otherQuizzes.length);
  for (const [id, name] of otherQuizzes) {
    const text = new TextEncoder().encode(name);
    bytes.push(...bytesOf(id));
    writeNumber(bytes, text.length);
    bytes.push(...text);
  }
  return toBase64url([...bytes, ...bytesOf(hashBytes(bytes))]);
}

const bytesOf = (uint32: number): number[] => [24, 16, 8, 0].map((shift) => (uint32 >>> shift) & 0xff);

function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}

/**
 * Reads what {@link compactRecord} wrote; lessons have their digests for ids until somebody names them.
 *
 * @returns nothing for what is cut short, damaged, or of another version
 */
export function readCompact(text: string): LearningRecord | undefined {
  const bytes = fromBase64url(text);
  if (bytes === undefined || bytes.length < 7 || bytes[0] !== version) return undefined;
  const end = bytes.length - 4;
  if (uint32At(bytes, end) !== hashBytes(bytes.subarray(0, end))) return undefined;
  try {
    return readLearned(bytes.subarray(1, end));
  } catch {
    return undefined;
  }
}

/** @throws RangeError */
function readLearned(bytes: Uint8Array): LearningRecord {
  const lessons: Record<string, number> = {};
  const quizzes: Record<string, Answer> = {};
  const reader = createReader(bytes);
  let day = 0;
  for (let days = reader.number(); days > 0; days--) {
    day += reader.number();
    for (let count = reader.number(); count > 0; count--) {
      const id = namelessOf(reader.uint32());
      const right = reader.byte();
      if (day > 0) lessons[id] = secondsOf(day + epochDay);
      for (let bit = 0; bit < 8; bit++) if ((right >> bit) & 1) quizzes[`${id}#q${bit + 1}`] = knownRight;
    }
  }
  for (let count = reader.number(); count > 0; count--) {
    const id = namelessOf(reader.uint32());
    quizzes[`${id}#${reader.text(reader.number())}`] = knownRight;
  }
  reader.end();
  return { ...emptyRecord, format, lessons, quizzes };
}

/** The first of all answers: any that is known in full is later, and stays. */
const knownRight: Answer = { at: 0, values: {}, right: true };

function createReader(bytes: Uint8Array) {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at++];
    if (value === undefined) throw new RangeError('cut short');
    return value;
  };
  return {
    byte,
    uint32: (): number => ((byte() << 24) | (byte() << 16) | (byte() << 8) | byte()) >>> 0,
    number(): number {
      let value = 0;
      for (let unit = 1; ; unit *= 128) {
        const next = byte();
        value += (next & 0x7f) * unit;
        if (next < 0x80) return value;
        if (unit > 128 ** 3) throw new RangeError('too large');
      }
    },
    text(length: number): string {
      return new TextDecoder().decode(Uint8Array.from({ length }, byte));
    },
    end(): void {
      if (at !== bytes.length) throw new RangeError('too long');
    },
  };
}

const uint32At = (bytes: Uint8Array, at: number): number =>
  [0, 1, 2, 3].reduce((value, index) => ((value << 8) | (bytes[at + index] ?? 0)) >>> 0, 0);
