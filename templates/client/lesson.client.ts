/**
 * What a lesson gains by a script: quizzes are marked, answers and finished lessons are kept on the device. Also for quizzes on pages
 * of other kinds.
 */
import finishedRules from '../components/lesson-path/lesson-path.finished.css';
import stampRules from '../components/stamp/stamp.css';
import { addToRecord, loadRecord } from './device/device.ts';
import type { LearningRecord } from './device/record.ts';
import { timeAfter } from './device/time.ts';
import rules from './lesson.css';
import { startKeeping } from './offline/start.client.ts';
import { addRules, element, inPageLanguage, main, site, wordsOf } from './page/page.client.ts';
import { addFinish } from './progress/finish.client.ts';
import { showFinished } from './progress/path.client.ts';
import { startQuiz } from './quiz/quiz.client.ts';
import { lessonWords } from './words.ts';

const words = wordsOf(import.meta.url, lessonWords);
const { id = '', page = '' } = main.dataset;
const isLesson = page === 'lesson';
const record = loadRecord(site);
const forms = [...document.querySelectorAll<HTMLFormElement>('form.quiz')];
/** Where a reader looks whose answers cannot be kept. */
const places: (Element | null | undefined)[] = [forms[0]?.firstElementChild];

addRules(stampRules + finishedRules + rules);
for (const form of forms) {
  // Lessons have a slash in their id, and no colon.
  const quiz = `${isLesson ? '' : `${page}:`}${id}#${form.id}`;
  let known = record.quizzes[quiz];
  startQuiz(form, words, {
    known,
    keep(values, right) {
      known = { at: timeAfter(known?.at), values, ...(right !== undefined && { right }) };
      keep({ quizzes: { [quiz]: known } });
    },
  });
}
if (isLesson) {
  showFinished(record.lessons, words.finished);
  places.push(
    addFinish(words, record.lessons[id] !== undefined, () => {
      const lessons = { [id]: timeAfter() };
      showFinished(lessons, words.finished);
      keep({ lessons });
    }),
  );
}
keep(isLesson ? { last: { lesson: id, at: timeAfter(record.last?.at) } } : {});

function keep(more: Partial<LearningRecord>): void {
  if (!addToRecord(site, more))
    for (const place of places.splice(0))
      place?.append(element('p', { class: 'meta', ...inPageLanguage }, words.notKept));
}

startKeeping();
