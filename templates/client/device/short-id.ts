/**
 * Ids of content where there is no room for them: `play/why-play` is four bytes of its digest.
 *
 * What no page here knows by its name, such as a lesson of another country, keeps its digest as an id, `~1a2b3c4d`, until some page
 * does; so that nothing is lost on the way over a device that knows less.
 */
import { hash32 } from './hash.ts';
import { emptyRecord, type LearningRecord, mergeRecords } from './record.ts';

const namelessId = /^~[0-9a-f]{8}$/;

/** @param lesson an id, with or without its name */
export const shortIdOf = (lesson: string): number =>
  namelessId.test(lesson) ? Number.parseInt(lesson.slice(1), 16) : hash32(lesson);

export const namelessOf = (shortId: number): string => `~${shortId.toString(16).padStart(8, '0')}`;

/** The lesson that a quiz `course/lesson#q1` belongs to, and the rest of its id. */
export function splitQuizId(id: string): readonly [lesson: string, name: string] {
  const at = id.lastIndexOf('#');
  return at < 0 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)];
}

/**
 * Gives lessons back their names.
 *
 * @param lessons ids that are known here
 */
export function withNames(record: LearningRecord, lessons: Iterable<string>): LearningRecord {
  const names = new Map<number, string>();
  for (const id of lessons) if (!namelessId.test(id)) names.set(shortIdOf(id), id);
  const named = (id: string): string => (namelessId.test(id) ? (names.get(shortIdOf(id)) ?? id) : id);
  const namedQuiz = (id: string): string => {
    const [lesson, name] = splitQuizId(id);
    return `${named(lesson)}#${name}`;
  };
  // One by one: a lesson may stand there under both of its ids.
  const pieces: Partial<LearningRecord>[] = [
    ...Object.entries(record.lessons).map(([id, at]) => ({ lessons: { [named(id)]: at } })),
    ...Object.entries(record.quizzes).map(([id, answer]) => ({ quizzes: { [namedQuiz(id)]: answer } })),
    ...(record.last === undefined ? [] : [{ last: { ...record.last, lesson: named(record.last.lesson) } }]),
  ];
  return pieces.reduce<LearningRecord>(
    (whole, piece) => mergeRecords(whole, { ...emptyRecord, ...piece }),
    emptyRecord,
  );
}
