import { html, trusted } from '../../html.ts';
import { pageLink } from '../../link.ts';
import type { LearningCourse } from '../../model/page.ts';
import type { Examples } from '../examples.ts';
import { longTitles, type Sample } from '../sample.ts';
import { courseProgress } from './progress.ts';

const certificatePath = '/en/certificate/';

export const examples: Examples = (sample) => {
  const { page, course, lessons } = sample;
  const learned: LearningCourse = {
    ...course,
    passMark: 0,
    lessons: lessons.map((lesson) => ({ ...lesson, quizzes: ['q1'] })),
  };
  const withLongWords = learned.lessons.map((lesson, at) => ({ ...lesson, ...longTitles[at] }));
  const state = (done: number, of = learned) => filledIn(sample, of, done);
  return {
    'before the script': courseProgress(page, learned, certificatePath),
    'nothing done': state(0),
    'one lesson done': state(1),
    'all lessons done: the certificate': state(3),
    'long words': state(2, { ...learned, id: 'long', ...longTitles[2], lessons: withLongWords }),
  };
};

/** As `client/learning/courses.client.ts` fills it in. */
function filledIn({ page }: Sample, course: LearningCourse, done: number) {
  const { t, format } = page.chrome;
  const { lessons } = course;
  const next = lessons[done];
  let item = 0;
  const markup = courseProgress(page, course, certificatePath)
    .toString()
    .replace('class="plain"', 'class="plain stamps"')
    .replace(
      /(<li data-lesson="[^"]*">)(.*?)<p class="meta" hidden><\/p>/g,
      (_, open: string, link: string) =>
        item++ < done
          ? `${open}<i class="stamp"></i>${link}<p class="meta">${t('Done: {date}', { date: format.date('2026-11-24') })}</p>`
          : `${open}<i class="ring"></i>${link}`,
    )
    .replace(/(data-progress="([^"]*)">)[^<]*/, (all, open: string, words: string) =>
      done === 0
        ? all
        : open + words.replace('{done}', String(done)).replace('{count}', String(lessons.length)),
    );
  if (next === undefined) return trusted(markup.replace(' data-certificate hidden', ' data-certificate'));
  if (done === 0) return trusted(markup);
  return trusted(
    markup
      .replace(' data-next hidden><a ', ` data-next><a href="${pageLink(page, next.path)}" `)
      .replace(/(id="next-[^"]*">)/, `$1${html`${next.title}`}`),
  );
}
