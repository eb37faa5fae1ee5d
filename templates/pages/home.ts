import { homeWords } from '../client/words.ts';
import { cardList } from '../components/card.ts';
import { courseCard } from '../components/course-card/course-card.ts';
import { groupCard } from '../components/group-card/group-card.ts';
import { materialCard, materialFacts } from '../components/material-card/material-card.ts';
import { firstPicture, thumbnail } from '../components/picture/picture.ts';
import { copyData, script } from '../components/script.ts';
import { separated } from '../components/separated.ts';
import { topicShelf, topicsLink } from '../components/topics.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import { duration } from '../locale/measures.ts';
import type { HomePage, LessonCard, MaterialCard } from '../model/page.ts';

/** The front page of a language: start a lesson, do something with the children today, look around. */
export function homePage(page: HomePage): string {
  return document(
    page,
    html`${hero(page)}
${page.today && today(page, page.today)}
<div class="two"><div>${courses(page)}${parents(page)}</div><div>${topics(page)}${materials(page)}${groups(page)}</div></div>
<p class="meta"><a class="crumb" href="${pageLink(page, `${page.path}release/`)}">${page.chrome.t('About this release')}</a></p>${homeScript(page)}`,
  );
}

function hero(page: HomePage): SafeHtml {
  const { image } = page;
  return html`<div class="hero">${image && firstPicture(page, image, langAttributes(page, image.textLanguage))}
<div><h1>${taglineHeading(page.tagline)}</h1>
${page.start && start(page, page.start)}</div></div>`;
}

/** The first sentence is set large, what follows it as running text. */
function taglineHeading(tagline: string): SafeHtml {
  const [, first = tagline, rest] = /^(.+?[.!?…]) (.+)$/s.exec(tagline) ?? [];
  return html`${first}${rest && html` <span>${rest}</span>`}`;
}

function start(page: HomePage, lesson: LessonCard): SafeHtml {
  const { t } = page.chrome;
  return html`<p><a class="btn" href="${pageLink(page, lesson.path)}">${t('Start the first lesson')}</a></p>
<p class="meta"><span${langAttributes(page, lesson.textLanguage)}>${lesson.title}</span> · ${duration(t, lesson.durationMinutes)}</p>`;
}

function today(page: HomePage, material: MaterialCard): SafeHtml {
  const { t } = page.chrome;
  const lang = langAttributes(page, material.textLanguage);
  return html`<section class="today" aria-labelledby="today">${thumbnail(page, material.image, 'column')}
<div><h2 class="k" id="today">${t('Today with the children')}</h2>
<h3${lang}><a href="${pageLink(page, material.path)}">${material.title}</a></h3>
<p${lang}>${material.summary}</p><p class="meta">${separated([material.type.label, ...materialFacts(page, material)])}</p></div></section>`;
}

function courses(page: HomePage): SafeHtml | false {
  const { t } = page.chrome;
  return (
    page.courses.length > 0 &&
    html`<section><h2>${t('Courses')}</h2>${cardList(page.courses.map((course) => courseCard(page, course, 3)))}
<p><a class="crumb" href="${pageLink(page, `${page.path}courses/`)}">${t('All courses')}</a></p></section>`
  );
}

function parents(page: HomePage): SafeHtml | undefined {
  const { t } = page.chrome;
  return (
    page.parents &&
    html`<section><h2>${t('For parents')}</h2>${page.parents.length > 0 && cardList(page.parents.map((material) => materialCard(page, material, 3)))}
<p><a class="crumb" href="${pageLink(page, `${page.path}parents/`)}">${t('Everything for parents')}</a></p></section>`
  );
}

const topics = (page: HomePage): SafeHtml | false =>
  page.topics.length > 0 &&
  html`<section><h2>${page.chrome.t('Topics')}</h2>${topicShelf(page, page.topics)}${topicsLink(page)}</section>`;

function materials(page: HomePage): SafeHtml | false {
  const { t, format } = page.chrome;
  return (
    page.materialTypes.length > 0 &&
    html`<section><h2>${t('Materials')}</h2><ul class="shelf">${page.materialTypes.map(
      ({ label, path, count }) =>
        html`<li><a href="${pageLink(page, path)}">${label} <span>${format.number(count)}</span></a></li>`,
    )}</ul></section>`
  );
}

function groups(page: HomePage): SafeHtml | false {
  const { t } = page.chrome;
  return (
    page.groups.length > 0 &&
    html`<section><h2>${t('Communities')}</h2>${cardList(page.groups.map((group) => groupCard(page, group, 3)))}</section>`
  );
}

function homeScript(page: HomePage): SafeHtml {
  const { t } = page.chrome;
  const courses = page.lessonIds.map(({ course, lessons }) => [course, ...lessons].join(' '));
  return script(
    page,
    'home',
    homeWords,
    {
      proceed: t('Continue where you stopped'),
      lesson: t('Lesson {number} of {total}'),
    },
    html` data-courses="${courses.join('|')}"${copyData(page)} data-mirror="${pageLink(page, page.chrome.scripts.mirror)}"`,
  );
}
