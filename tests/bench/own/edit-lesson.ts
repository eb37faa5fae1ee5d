import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The language that most sites have, as their own or as a fallback. */
export const editedLanguage = 'ru';

/**
 * Makes a real edit: a sentence at the end of one shared lesson in one language.
 *
 * @param edition counts the edits: each takes another lesson, and says something that no build has seen
 * @returns the edited file
 */
export async function editLesson(contentFolder: string, edition: number): Promise<string> {
  const lessons = await translatedLessons(contentFolder);
  const file = lessons[edition % lessons.length];
  if (file === undefined) throw new TypeError(`${contentFolder} has no shared lesson in ${editedLanguage}`);
  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text.trimEnd()}\n\nИзменение номер ${edition}.\n`);
  return file;
}

/** @param language of the texts; without a name, all */
export async function translatedLessons(
  contentFolder: string,
  language: string = editedLanguage,
): Promise<string[]> {
  const folder = path.join(contentFolder, 'shared/courses');
  const files = await readdir(folder, { recursive: true });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter(
      (file) =>
        file.split('/').length === 3 && file.endsWith(language === '' ? '.md' : `/index.${language}.md`),
    )
    .toSorted()
    .map((file) => path.join(folder, file));
}
