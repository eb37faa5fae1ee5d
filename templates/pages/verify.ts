/**
 * Whether the name and the code of a certificate belong together, answered by `verify.client.ts` on the device of who asks. Without
 * a script there is no form: it would put a name into an address.
 */
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { datePatterns } from '../locale/date-patterns.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import { duration } from '../locale/measures.ts';
import type { VerifyPage } from '../model/page.ts';

/** Returns the page, whose form waits for its script. */
export function verifyPage(page: VerifyPage): string {
  const { t } = page.chrome;
  return document(
    page,
    html`<h1>${page.title}</h1><p class="lead">${page.summary}</p>
<noscript><p>${t('The check needs JavaScript. What you type is not sent to anybody.')}</p></noscript>
${form(page)}
<p>${t('The check shows only that name, course and code belong together. It does not show who has learned: nobody watched.')}</p>
<ul hidden id="courses">${page.courses.map(
      ({ id, title, textLanguage, durationMinutes }) =>
        html`<li data-course="${id}" data-minutes="${durationMinutes}" data-hours="${duration(t, durationMinutes)}"${langAttributes(page, textLanguage)}>${title}</li>`,
    )}</ul>`,
    {
      head: html`<script type="module" src="${pageLink(page, page.scriptPath)}"></script>`,
      scripted: html`<b class="yes"></b>`,
    },
  );
}

function form({ chrome: { t, format } }: VerifyPage): SafeHtml {
  return html`<div id="verify" class="naming" hidden data-dates="${datePatterns(format).join('|')}"
data-consistent="${t('Consistent')}|${t('Name, course and code belong together.')}"
data-inconsistent="${t('Not consistent')}|${t('The code does not belong to this name. Compare the name letter by letter.')}"
data-unreadable="${t('Unreadable')}|${t('This is not a whole code. It has four groups of four letters and digits: compare them once more.')}"
data-elsewhere="${t('a course that this site does not have')}" data-hours="${t('{hours} h {minutes} min')}">
<form><p><label for="name">${t('Name on the certificate')}</label>
<input id="name" type="text" maxlength="80" autocomplete="off" dir="auto" required></p>
<p><label for="code">${t('Completion code')}</label>
<input id="code" type="text" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr" required></p>
<p><button class="btn" type="submit">${t('Check')}</button></p></form>
<div role="status" id="verdict"><p><b></b><br><span></span></p><div hidden><dl class="facts"><dt>${t('Course')}</dt><dd></dd><dt>${t('Date')}</dt><dd></dd><dt>${t('Time')}</dt><dd></dd></dl></div></div></div>`;
}
