/**
 * My learning: what the device knows, filled in by `learning.client.ts`. Without a script it is a list of courses and lessons, and
 * says so.
 */
import { courseProgress, filledProgress } from '../components/progress/progress.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { datePatterns } from '../locale/date-patterns.ts';
import type { LearningPage } from '../model/page.ts';

/** Returns the page; the gaps in its `data-` attributes are filled by the script. */
export function learningPage(page: LearningPage): string {
  const { t, format } = page.chrome;
  return document(
    page,
    html`<h1>${page.title}</h1><p class="lead">${page.summary}</p>
<noscript><p>${t('To see it here, this page needs JavaScript. Courses and lessons can be read without it.')}</p></noscript>
<div id="learning" data-dates="${datePatterns(format).join('|')}" data-done="${t('Done: {date}')}"
data-right="${t('Right answers: {right} of {answered}')}" data-others="${t('Lessons that this site does not have: {count}')}"
data-blocked="${t('This browser keeps nothing for this page: its storage is full or switched off. Everything can be read all the same.')}">
<p role="status" id="learning-status"></p>
${offer(page)}
<div class="two"><div>${page.courses.map((course) => courseProgress(page, course, page.certificatePath))}
${page.courses.length === 0 && html`<p>${t('There is nothing here yet.')}</p>`}
<p id="others" class="meta" hidden></p></div>
<div>${takeAlong(page)}${forget(page)}</div></div></div>`,
    {
      head: html`<script type="module" src="${pageLink(page, page.scriptPath)}"></script>`,
      scripted: html`${filledProgress}<svg class="qr"></svg>`,
    },
  );
}

/** What a link from another device would add. */
function offer(page: LearningPage): SafeHtml {
  const { t } = page.chrome;
  return html`<section id="offer" class="notice" aria-labelledby="offered" hidden
data-new="${t('New on this device: lessons – {lessons}, right answers – {answers}.')}"
data-nothing="${t('All of it is on this device already.')}"
data-damaged="${t('This link is damaged or incomplete. Nothing has been changed.')}"><h2 id="offered" tabindex="-1">${t('Progress from another device')}</h2>
<p id="offer-count"></p><ul id="offer-lessons"></ul>
<p class="ways"><button class="btn" type="button" id="offer-add">${t('Add')}</button> <button class="btn quiet" type="button" id="offer-leave">${t('Not now')}</button></p></section>`;
}

function takeAlong(page: LearningPage): SafeHtml {
  const { t } = page.chrome;
  return html`<section id="take-along" class="text" aria-labelledby="along" hidden data-qr="${pageLink(page, page.qrScriptPath)}"
data-file="learning-passport-${page.chrome.countryCode}"
data-added="${t('Added to what is on this device.')}"
data-foreign="${t('This file is damaged or comes from somewhere else. Nothing has been changed.')}"
data-large="${t('This is too much for a code. Save a file instead.')}"
data-failed="${t('The code did not load. Try again when you are online.')}"><h2 id="along">${t('Take it to another device')}</h2>
<p>${t('Save a file, or let the other phone photograph a code. What both devices know is joined, and nothing is lost.')}</p>
<p class="ways"><button class="btn" type="button" id="save">${t('Save as a file')}</button> <button class="btn quiet" type="button" id="show-code" aria-expanded="false" aria-controls="code">${t('Show as a code')}</button></p>
<figure id="code" hidden><svg class="qr" role="img" aria-label="${t('QR code: a link to this page with your progress')}"></svg>
<figcaption>${t('The code carries finished lessons and right answers. What you wrote yourself goes along in the file only.')} <a>${t('The same as a link')}</a></figcaption></figure>
<p><input type="file" id="file" accept=".json,application/json"><label class="btn quiet" for="file">${t('Add from a file')}</label></p></section>`;
}

function forget(page: LearningPage): SafeHtml {
  const { t } = page.chrome;
  return html`<section id="forget" class="text apart" hidden data-forgotten="${t('This device has forgotten everything.')}"><p><button class="btn quiet" type="button" id="forget-ask" aria-expanded="false" aria-controls="forget-sure">${t('Forget everything on this device')}</button></p>
<div id="forget-sure" class="notice" hidden><p id="forget-what">${t('Lessons, answers and notes on this device will be gone. Only a file that you have saved brings them back.')}</p>
<p class="ways"><button class="btn" type="button" id="forget-now" aria-describedby="forget-what">${t('Yes, forget')}</button> <button class="btn quiet" type="button" id="forget-leave">${t('Not now')}</button></p></div></section>`;
}
