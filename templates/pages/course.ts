import { courseWords } from '../client/words.ts';
import { breadcrumb } from '../components/breadcrumb/breadcrumb.ts';
import { cardList } from '../components/card.ts';
import { colophon } from '../components/colophon/colophon.ts';
import { courseCard } from '../components/course-card/course-card.ts';
import { alignmentList, facts, termList } from '../components/facts/facts.ts';
import { groupCard } from '../components/group-card/group-card.ts';
import { lessonPath } from '../components/lesson-path/lesson-path.ts';
import { leadPicture } from '../components/picture/picture.ts';
import { markedAnswer, quizScript, script } from '../components/script.ts';
import { textBody, textHead } from '../components/text-head.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { ageRange, duration } from '../locale/measures.ts';
import type { CoursePage } from '../model/page.ts';

/** A course: what it is, its lessons, how to begin. */
export function coursePage(page: CoursePage): string {
  const { t, language } = page.chrome;
  const [first] = page.lessons;
  const list = { path: `/${language.tag.toLowerCase()}/courses/`, title: t('All courses') };
  return document(
    page,
    html`${breadcrumb(page, list)}
<div class="columns"><article>
${textHead(page, html`<p class="k">${t('Course')}</p>`)}
${first && html`<p><a class="btn" href="${pageLink(page, first.path)}">${t('Start the first lesson')}</a></p>`}
${leadPicture(page, page.image)}
${page.lessons.length > 0 && html`<h2>${t('Lessons')}</h2>${lessonPath(page, page.lessons)}`}
${textBody(page)}
${colophon(page, page)}
</article>
<aside aria-labelledby="about"><h2 class="k" id="about">${t('About this course')}</h2>
${courseFacts(page)}${before(page)}${talk(page)}</aside></div>${page.lessons.length > 0 && courseScript(page)}${quizScript(page)}`,
    { scripted: markedAnswer(page) },
  );
}

function courseFacts(page: CoursePage): SafeHtml | false {
  const { t } = page.chrome;
  const lessonCount = t.plural('{count} lesson', '{count} lessons', page.lessons.length);
  return facts([
    [t('Time'), `${duration(t, page.durationMinutes)}, ${lessonCount}`],
    [t('For whom'), termList(page.audience)],
    [t('Age of the children'), ageRange(t, page.ages)],
    [t('Level'), page.level?.label],
    [t('Areas of development'), termList(page.domains)],
    [t('Curriculum'), alignmentList(page.alignments)],
    [t('Certificate'), certificateTerms(page)],
  ]);
}

/** Without a pass mark it goes without saying: the lessons have to be done. */
const certificateTerms = ({ certificate, chrome: { t } }: CoursePage): string | false =>
  certificate !== undefined &&
  certificate.passMark > 0 &&
  t('All lessons done, and {percent}% of the questions right', { percent: certificate.passMark });

function courseScript(page: CoursePage): SafeHtml {
  const { t } = page.chrome;
  const words = {
    finished: t('Lesson finished'),
    proceed: t('Continue: {lesson}'),
    all: t('All lessons of this course are finished.'),
    certificate: t('Certificate'),
  };
  const { certificate } = page;
  return script(
    page,
    'course',
    courseWords,
    words,
    certificate && html` data-certificate="${pageLink(page, `${certificate.path}?course=${page.id}`)}"`,
  );
}

const before = (page: CoursePage): SafeHtml | false =>
  page.prerequisites.length > 0 &&
  html`<h2 class="k">${page.chrome.t('Better to take first')}</h2>${cardList(page.prerequisites.map((course) => courseCard(page, course, 3)))}`;

const talk = (page: CoursePage): SafeHtml | false =>
  page.groups.length > 0 &&
  html`<h2 class="k">${page.chrome.t('Communities')}</h2>${cardList(page.groups.map((group) => groupCard(page, group, 3)))}`;
