import { breadcrumb } from '../components/breadcrumb/breadcrumb.ts';
import { colophon } from '../components/colophon/colophon.ts';
import { lessonKnots, lessonPath } from '../components/lesson-path/lesson-path.ts';
import { materialFacts } from '../components/material-card/material-card.ts';
import { pager } from '../components/pager/pager.ts';
import { leadPicture } from '../components/picture/picture.ts';
import { lessonScript, markedAnswer } from '../components/script.ts';
import { separated } from '../components/separated.ts';
import { foreignLanguage, textBody, textHead } from '../components/text-head.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import { duration } from '../locale/measures.ts';
import { sentence } from '../locale/sentence.ts';
import type { GroupCard, LessonPage, MaterialCard } from '../model/page.ts';

/** A lesson: one page that is read in one sitting; the other lessons follow it in the order of reading and focus. */
export function lessonPage(page: LessonPage): string {
  const { t } = page.chrome;
  return document(
    page,
    html`${breadcrumb(page, page.course)}
<div class="columns"><article>
${textHead(page, lessonKnots(page, page.position, page.lessons.length), html`<p class="meta">${duration(t, page.durationMinutes)}</p>`)}
${leadPicture(page, page.image)}
${objectives(page)}
${textBody(page)}
${materials(page)}
${pager(page, page)}
${page.discussion && discussion(page, page.discussion)}
${colophon(page, page)}
</article>
<aside class="noprint" aria-labelledby="lessons"><h2 class="k" id="lessons">${t('Lessons of this course')}</h2>
${lessonPath(page, page.lessons, page.position)}</aside></div>${lessonScript(page)}`,
    { scripted: markedAnswer(page) },
  );
}

const objectives = (page: LessonPage): SafeHtml | false =>
  page.objectives.length > 0 &&
  html`<div class="goal"><p class="k">${page.chrome.t('After this lesson you can')}</p>
<ul${langAttributes(page, foreignLanguage(page))}>${page.objectives.map((objective) => html`<li>${objective}</li>`)}</ul></div>`;

/** Lines, not cards: a thumbnail would be a second request. Of the facts, age and time are enough here. */
const materials = (page: LessonPage): SafeHtml | false =>
  page.materials.length > 0 &&
  html`<h2>${page.chrome.t('Materials for this lesson')}</h2><ul class="plain">${page.materials.map((material) => materialLine(page, material))}</ul>`;

const materialLine = (page: LessonPage, material: MaterialCard): SafeHtml =>
  html`<li><a href="${pageLink(page, material.path)}"${langAttributes(page, material.textLanguage)}>${material.title}</a> <span class="meta">${separated([material.type.label, ...materialFacts(page, material).slice(0, 2)])}</span></li>
`;

function discussion(page: LessonPage, { path, title, textLanguage }: GroupCard): SafeHtml {
  const group = html`<a href="${pageLink(page, path)}"${langAttributes(page, textLanguage)}>${title}</a>`;
  return html`<p class="noprint">${sentence(page.chrome.t('Talk about this lesson: {community}'), { community: group })}</p>`;
}
