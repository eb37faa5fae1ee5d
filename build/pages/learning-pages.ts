/**
 * Pages of what a learner has on her own device: her progress, and certificates where the country has them.
 *
 * The build knows nothing of it; these pages carry the courses and lessons by their ids, and scripts do the rest.
 */
import type {
  CertificatePage,
  LearningCourse,
  LearningPage,
  VerifyPage,
} from '../../templates/model/page.ts';
import type { Entry } from '../model/edition.ts';
import { durationOf, groupCard, lessonCard, lessonsOf, passMarkOf } from './cards.ts';
import { absoluteUrl } from './content-pages.ts';
import { type ListPlan, listBase } from './list-base.ts';
import { coursesInOrder, hasCertificates } from './sections.ts';
import type { View } from './view.ts';

const verifyTarget = '/certificate/verify/';

/** Returns the pages that a learner's own progress needs. */
export function learningPlans(view: View): ListPlan[] {
  return [
    { target: '/learning/', page: () => learningPage(view) },
    ...(hasCertificates(view.edition)
      ? [
          { target: '/certificate/', page: () => certificatePage(view) },
          { target: verifyTarget, page: () => verifyPage(view) },
        ]
      : []),
  ];
}

function learningPage(view: View): LearningPage {
  const { t } = view.chrome;
  const summary = t(
    'What you have finished is kept on this device only: without an account, and nothing is sent.',
  );
  return {
    ...listBase('/learning/', t('My learning'), summary, view),
    kind: 'learning',
    scriptPath: view.context.scripts.learning.path,
    qrScriptPath: view.context.scripts.qr.path,
    courses: learningCourses(view),
    ...(hasCertificates(view.edition) && { certificatePath: view.path('/certificate/') }),
  };
}

function certificatePage(view: View): CertificatePage {
  const { t } = view.chrome;
  const summary = t('To print, for a course whose lessons are all done on this device.');
  return {
    ...listBase('/certificate/', t('Certificate'), summary, view),
    kind: 'certificate',
    scriptPath: view.context.scripts.certificate.path,
    learningPath: view.path('/learning/'),
    verifyPath: view.path(verifyTarget),
    verifyUrl: absoluteUrl(view.path(verifyTarget), view),
    courses: learningCourses(view),
  };
}

function verifyPage(view: View): VerifyPage {
  const { t } = view.chrome;
  const summary = t('Type the name and the code as they stand on the certificate.');
  return {
    ...listBase(verifyTarget, t('Check a certificate'), summary, view),
    kind: 'verify',
    scriptPath: view.context.scripts.verify.path,
    courses: learningCourses(view),
  };
}

/** A course without lessons cannot be finished. */
const learningCourses = (view: View): LearningCourse[] =>
  coursesInOrder(view)
    .map((course) => view.once('learning course', course, () => learningCourse(course, view)))
    .filter(({ lessons }) => lessons.length > 0);

function learningCourse(course: Entry, view: View): LearningCourse {
  const { summary: _, ...card } = groupCard(course, view);
  return {
    ...card,
    durationMinutes: durationOf(course, view),
    passMark: passMarkOf(course),
    lessons: lessonsOf(course, view).map((lesson) => {
      const { path, title, textLanguage } = lessonCard(lesson, view);
      return {
        id: `${course.id}/${lesson.id}`,
        path,
        title,
        ...(textLanguage !== undefined && { textLanguage }),
        quizzes: view.context.bodies.get(view.variant(lesson).bodySource)?.markedQuizzes ?? [],
      };
    }),
  };
}
