import { breadcrumb } from '../components/breadcrumb/breadcrumb.ts';
import { cardList } from '../components/card.ts';
import { colophon } from '../components/colophon/colophon.ts';
import { alignmentList, facts, termList } from '../components/facts/facts.ts';
import { materialCard } from '../components/material-card/material-card.ts';
import { leadPicture } from '../components/picture/picture.ts';
import { markedAnswer, quizScript } from '../components/script.ts';
import { share } from '../components/share/share.ts';
import { foreignLanguage, textBody, textHead } from '../components/text-head.ts';
import type { Insertable, SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import { ageRange, duration } from '../locale/measures.ts';
import type { MaterialPage } from '../model/page.ts';

/** A material of the library: what it takes, what to do, what is like it. */
export function materialPage(page: MaterialPage): string {
  const { t, language } = page.chrome;
  const list = { path: `/${language.tag.toLowerCase()}/materials/`, title: t('All materials') };
  return document(
    page,
    html`${breadcrumb(page, list)}
<div class="columns"><article>
${textHead(page, html`<p class="k">${page.type.label}</p>`)}
${leadPicture(page, page.image)}
${materialFacts(page)}
${share(page)}
${textBody(page)}
${colophon(page, page)}
</article>
${related(page)}</div>${quizScript(page)}`,
    {
      head: html`<script type="module" src="${pageLink(page, page.scriptPath)}"></script>`,
      scripted: markedAnswer(page),
    },
  );
}

function materialFacts(page: MaterialPage): SafeHtml | false {
  const { t } = page.chrome;
  return facts([
    [t('Age of the children'), ageRange(t, page.ages)],
    [t('Time'), page.durationMinutes !== undefined && duration(t, page.durationMinutes)],
    [t('Where'), termList(page.settings)],
    [t('Children at a time'), inTextLanguage(page, page.groupSize)],
    [t('You need'), inTextLanguage(page, page.resources.join(', '))],
    [t('For whom'), termList(page.audience)],
    [t('Areas of development'), termList(page.domains)],
    [t('Curriculum'), alignmentList(page.alignments), 'off paper'],
  ]);
}

/** An author's words in a list of ours. */
function inTextLanguage(page: MaterialPage, words: string | undefined): Insertable {
  const language = foreignLanguage(page);
  return language && words ? html`<span${langAttributes(page, language)}>${words}</span>` : words;
}

const related = (page: MaterialPage): SafeHtml | false =>
  page.related.length > 0 &&
  html`<aside class="noprint" aria-labelledby="related"><h2 class="k" id="related">${page.chrome.t('More like this')}</h2>
${cardList(page.related.map((material) => materialCard(page, material, 3)))}</aside>`;
