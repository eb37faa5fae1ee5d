import { faults, text } from '../support/content.ts';

export const files = {
  glossary: 'taxonomy/glossary.yml',
  lesson: 'shared/courses/play/first/index.en.md',
  russianLesson: 'shared/courses/play/first/index.ru.md',
  material: 'shared/materials/bag/index.en.md',
  russian: 'shared/materials/bag/index.ru.md',
} as const;

const areas = ['glossary', 'translation', 'lesson', 'quiz', 'image'];

/** What is said of changed files beyond faults: `file:line:column code: message (hint)`. */
export async function said(changes: Readonly<Record<string, string | Uint8Array | null>>): Promise<string[]> {
  // A draft is missing on sites, which is information.
  const all = (await faults(changes)).filter((line) => !line.includes(' info '));
  const others = all.filter((line) => !areas.some((area) => line.includes(` warning ${area}/`)));
  if (others.length > 0) throw new Error(`the content of this test has other faults: ${others.join('\n')}`);
  return all.map((line) => line.replace(' warning ', ' '));
}

export const material = (body: string, fields = ''): Record<string, string> => ({
  [files.material]: text(
    `title: Bag\nsummary: A bag.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n${fields}`,
    body,
  ),
});

/** Its body begins on line 10. */
export const russian = (body: string, fields = ''): Record<string, string> => ({
  [files.russian]: text(
    `title: Мешочек\nsummary: О мешочке.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n${fields}`,
    body,
  ),
});

export const lesson = (body: string, durationMinutes = 10, fields = ''): Record<string, string | null> => ({
  [files.lesson]: text(
    `title: First\nsummary: The first lesson.\ndurationMinutes: ${durationMinutes}\n${fields}`,
    body,
  ),
  [files.russianLesson]: null,
});
