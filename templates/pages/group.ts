import { breadcrumb } from '../components/breadcrumb/breadcrumb.ts';
import { cardList } from '../components/card.ts';
import { colophon } from '../components/colophon/colophon.ts';
import { courseCard } from '../components/course-card/course-card.ts';
import { facts, termList } from '../components/facts/facts.ts';
import { leadPicture } from '../components/picture/picture.ts';
import { quizScript } from '../components/script.ts';
import { foreignLanguage, textBody, textHead } from '../components/text-head.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import type { GroupPage } from '../model/page.ts';

/** A community of practice: its purpose, rules and moderators. Posting opens later (DESIGN §11). */
export function groupPage(page: GroupPage): string {
  const { t, language } = page.chrome;
  const lang = langAttributes(page, foreignLanguage(page));
  const list = { path: `/${language.tag.toLowerCase()}/groups/`, title: t('All communities') };
  return document(
    page,
    html`${breadcrumb(page, list)}
<article>
${textHead(page, html`<p class="k">${t('Community')}</p>`)}
${leadPicture(page, page.image)}
<div class="notice"><p>${t('Writing here opens later. Until then this page says what the community is for and by which rules people will talk.')}</p></div>
${textBody(page)}
${page.rules && html`<h2>${t('Rules')}</h2><div class="text"${lang}>${page.rules}</div>`}
${page.moderators.length > 0 && html`<h2>${t('Moderators')}</h2><ul${lang}>${page.moderators.map((moderator) => html`<li>${moderator}</li>`)}</ul>`}
${facts([[t('For whom'), termList(page.audience)]])}
${page.courses.length > 0 && html`<h2>${t('Courses')}</h2>${cardList(page.courses.map((course) => courseCard(page, course, 3)))}`}
${colophon(page, page)}
</article>${quizScript(page)}`,
  );
}
