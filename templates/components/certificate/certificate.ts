import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { datePatterns } from '../../locale/date-patterns.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import { sentence } from '../../locale/sentence.ts';
import type { Language } from '../../model/page.ts';
import { ministryLine } from '../ministry/ministry.ts';
import type { Placed } from '../placed.ts';

/** What stands on a certificate, in words. */
export interface Completion {
  readonly name: string;
  readonly course: string;
  readonly textLanguage?: Language;
  readonly lessonCount: number;
  readonly hours: string;
  readonly date: string;
  readonly code: string;
}

/**
 * Returns the sheet of a certificate: paper, light in the dark too. It says of itself that nobody has checked it.
 *
 * @param verifyUrl where name and code can be checked
 * @param completion without it, the sheet waits for the script that fills in what only the device knows
 */
export function certificate(page: Placed, verifyUrl: string, completion?: Completion): SafeHtml {
  const { t, format, siteName, countryName, ministry } = page.chrome;
  const fact = (label: string, slot: string, value?: string | number): SafeHtml =>
    html`<div><dt>${label}</dt><dd data-slot="${slot}">${value}</dd></div>`;
  const address = html`<span class="unit">${verifyUrl.replace(/^https?:\/\/|\/$/g, '')}</span>`;
  return html`<article class="sheet${completion && isLong(completion) && ' long'}" aria-label="${t('Certificate of completion')}" data-dates="${datePatterns(format).join('|')}"${!completion && html` hidden`}><div class="rim"><div class="seal" aria-hidden="true"></div>
${ministry?.logo && ministryLine(page, ministry.logo, html`${ministry.name}`)}<p>${siteName} · ${countryName}</p>
<h2>${t('Certificate of completion')}</h2>
<p class="who" data-slot="name" translate="no" dir="auto">${completion?.name}</p>
<p>${t('Course completed:')}</p>
<p class="lead" data-slot="course"${langAttributes(page, completion?.textLanguage)}>${completion?.course}</p>
<dl>${fact(t('Lessons'), 'lessons', completion?.lessonCount)}${fact(t('Time'), 'hours', completion?.hours)}${fact(t('Date'), 'date', completion?.date)}${fact(t('Completion code'), 'code', completion?.code)}</dl>
<p class="honest">${t('The person named here says that all lessons of this course were done, and made this certificate on a device of her or his own. Nobody has checked it.')}</p>
<p class="honest">${sentence(t('Whether name and code belong together can be checked here: {address}'), { address })}</p></div></article>`;
}

/** Then name and title are set smaller; the script sees to it where it fills them in. */
const isLong = ({ name, course }: Completion): boolean => name.length > 40 || course.length > 70;
