/**
 * Finds lessons that are too long for one sitting, and times that are too short to read them.
 *
 * A page of a lesson may weigh 8 KB, some 850 words; 1,000 are where the build would stop soon. A second language, a small screen and
 * children around make 120 words a minute a fair speed.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { notProse } from '../model/text-outline.ts';
import { isPublished, type Judged, warning } from './texts.ts';
import type { Word } from './words.ts';

const mostWords = 1_000;
const wordsPerMinute = 120;

export function checkLength({ text, prose }: Judged): Diagnostic[] {
  if (text.place.entry !== 'lesson' || !isPublished(text)) return [];
  const words = prose.reduce((sum, passage) => sum + countWords(passage.words), 0);
  const minutes = Math.ceil(words / wordsPerMinute);
  const { durationMinutes } = text.fields;
  const count = words.toLocaleString('en');
  return [
    ...(words > mostWords
      ? [
          warning(
            text,
            'lesson/length',
            text.positions.key(['title']),
            `this lesson has ${count} words, its quizzes included; ${mostWords.toLocaleString('en')} are as many as are read to the end`,
            `take out ${words - mostWords === 1 ? 'a word' : `${words - mostWords} words`}, or make two lessons of it`,
          ),
        ]
      : []),
    ...(typeof durationMinutes === 'number' && durationMinutes < minutes
      ? [
          warning(
            text,
            'lesson/duration',
            text.positions.value(['durationMinutes']),
            `${count} words take ${minutes} minutes to read, at ${wordsPerMinute} a minute; durationMinutes says ${durationMinutes}`,
            `write durationMinutes: ${minutes}, or more where something is to be tried`,
          ),
        ]
      : []),
  ];
}

const countWords = (words: readonly Word[]): number =>
  words.filter(({ written }) => written !== notProse).length;
