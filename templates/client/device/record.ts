/**
 * What a device knows of its owner's learning, by the ids of the content. It never leaves the device unasked.
 *
 * Two records of the same person, from two devices, merge into one whichever is laid over the other, and however often.
 */

export interface LearningRecord {
  readonly format: typeof format;
  /** Lessons that were done, by `course/lesson`: when, in seconds since 1970. */
  readonly lessons: Readonly<Record<string, number>>;
  /** What was answered, by `course/lesson#quiz`. */
  readonly quizzes: Readonly<Record<string, Answer>>;
  /** The lesson that was opened last, with its time. */
  readonly last?: { readonly lesson: string; readonly at: number };
}

export interface Answer {
  /** In seconds since 1970. */
  readonly at: number;
  /** Values of the controls by their name, as a form has them. */
  readonly values: Readonly<Record<string, string>>;
  /** Whether it was right, then or ever before; nothing where there is no right and wrong, as in a reflection. */
  readonly right?: boolean;
}

export const format = 'learning-passport/1';

export const emptyRecord: LearningRecord = { format, lessons: {}, quizzes: {} };

/** Joins what both know: a lesson was done when it was first done, an answer is the latest, and once right stays right. */
export function mergeRecords(a: LearningRecord, b: LearningRecord): LearningRecord {
  const last = laterOf(a.last, b.last);
  return {
    format,
    lessons: joined(a.lessons, b.lessons, Math.min),
    quizzes: joined(a.quizzes, b.quizzes, mergeAnswers),
    ...(last && { last }),
  };
}

function mergeAnswers(a: Answer, b: Answer): Answer {
  const { at, values } = laterOf(a, b);
  const right = b.right || (a.right ?? b.right);
  return { at, values, ...(right !== undefined && { right }) };
}

/** Of the same second, the same of the two whichever comes first. */
function laterOf<T extends { readonly at: number } | undefined>(a: T, b: T): T {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a) > JSON.stringify(b) ? a : b;
}

function joined<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  merge: (a: T, b: T) => T,
): Record<string, T> {
  const all: Record<string, T> = { ...a };
  for (const [id, value] of Object.entries(b)) {
    const before = all[id];
    all[id] = before === undefined ? value : merge(before, value);
  }
  return all;
}

/** Reads a record from anywhere; what is foreign to it, or damaged, gives nothing. */
export function readRecord(text: string | null): LearningRecord | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
  if (!isMap(data) || data.format !== format || !isMap(data.lessons) || !isMap(data.quizzes))
    return undefined;
  const { lessons, quizzes, last } = data;
  if (!Object.values(lessons).every(isTime) || !Object.values(quizzes).every(isAnswer)) return undefined;
  if (last !== undefined && !(isMap(last) && typeof last.lesson === 'string' && isTime(last.at)))
    return undefined;
  return data as unknown as LearningRecord;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTime = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

const isAnswer = (value: unknown): value is Answer =>
  isMap(value) &&
  isTime(value.at) &&
  isMap(value.values) &&
  Object.values(value.values).every((entry) => typeof entry === 'string') &&
  (value.right === undefined || typeof value.right === 'boolean');
