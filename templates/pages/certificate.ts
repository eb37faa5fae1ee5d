/**
 * A certificate of completion, filled in by `certificate.client.ts`: only the device knows who has done what, and only there is the
 * name typed.
 */
import { breadcrumb } from '../components/breadcrumb/breadcrumb.ts';
import { certificate } from '../components/certificate/certificate.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import { duration } from '../locale/measures.ts';
import type { CertificatePage, LearningCourse, LearningLesson } from '../model/page.ts';

/** Returns the page, whose sheet the script fills in for `?course=play`. */
export function certificatePage(page: CertificatePage): string {
  const { t } = page.chrome;
  return document(
    page,
    html`${breadcrumb(page, { path: page.learningPath, title: t('My learning') })}
<h1>${page.title}</h1><p class="lead">${page.summary}</p>
<noscript><p>${t('A certificate is made on your own device, and that needs JavaScript.')}</p></noscript>
<p role="status" id="certificate-status"></p>
${left(page)}
${courseChoice(page)}
${nameForm(page)}
${certificate(page, page.verifyUrl)}
<p><a class="crumb" href="${pageLink(page, page.verifyPath)}">${t('Check a certificate')}</a></p>`,
    {
      head: html`<script type="module" src="${pageLink(page, page.scriptPath)}"></script>`,
      scripted: html`<article class="long"></article>`,
      bodyClass: 'alone',
    },
  );
}

/** For a course that is not finished; the script moves its lessons here. */
const left = ({ chrome: { t } }: CertificatePage): SafeHtml =>
  html`<section id="left" aria-labelledby="to-do" hidden data-unfinished="${t('Not all lessons of this course are done on this device yet.')}" data-marks="${t('Right answers: {right} of {total}. For the certificate at least {needed} are needed.')}" data-undone="${t('Not done yet')}" data-right="${t('Right so far: {number} of {total}')}"><h2 id="to-do">${t('Still to do')}</h2><p class="k"></p>
<ul class="plain"></ul></section>`;

/** All courses with what each asks for; the script leaves those that are finished. */
const courseChoice = (page: CertificatePage): SafeHtml =>
  html`<section id="courses" aria-labelledby="choice" hidden data-none="${page.chrome.t('No course is finished on this device yet.')}"><h2 id="choice">${page.chrome.t('Finished courses')}</h2>
<ul class="plain">${page.courses.map((course) => courseItem(page, course))}</ul></section>`;

const courseItem = (page: CertificatePage, course: LearningCourse): SafeHtml =>
  html`<li data-course="${course.id}" data-minutes="${course.durationMinutes}" data-hours="${duration(page.chrome.t, course.durationMinutes)}" data-pass-mark="${course.passMark}"><a href="?course=${course.id}"${langAttributes(page, course.textLanguage)}>${course.title}</a>
<ul hidden>${course.lessons.map((lesson) => lessonItem(page, lesson))}</ul></li>
`;

const lessonItem = (
  page: CertificatePage,
  { id, path, title, textLanguage, quizzes }: LearningLesson,
): SafeHtml =>
  html`<li data-lesson="${id}" data-quizzes="${quizzes.join(' ')}"><a href="${pageLink(page, path)}"${langAttributes(page, textLanguage)}>${title}</a><p class="meta"></p></li>
`;

const nameForm = ({ chrome: { t } }: CertificatePage): SafeHtml =>
  html`<div id="naming" class="naming" hidden><p><label for="name">${t('Your name, as it should stand on the certificate')}</label>
<input id="name" type="text" maxlength="80" autocomplete="name" dir="auto" aria-describedby="name-stays"></p>
<p><label class="check"><input type="checkbox" id="keep"> ${t('Remember my name on this device')}</label></p>
<p class="meta" id="name-stays">${t('Your name stays on this device. It is not sent to anybody.')}</p>
<p><button class="btn" type="button" id="print">${t('Print')}</button></p></div>`;
