import { joinWords, lessonWords, mirrorWords, type Words } from '../client/words.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { pageLink } from '../link.ts';
import { datePatterns } from '../locale/date-patterns.ts';
import type { Chrome } from '../model/page.ts';
import type { Placed } from './placed.ts';

/**
 * Returns the element that loads a script. It stands after the content, so that a slow line brings the text first, and bears the words
 * that the script shows: in the language of the page, and without a request of their own.
 */
export const script = <Names extends readonly string[]>(
  page: Placed,
  name: keyof Chrome['scripts'],
  names: Names,
  words: Words<Names>,
  data?: SafeHtml,
): SafeHtml =>
  html`<script type="module" src="${pageLink(page, page.chrome.scripts[name])}"${data} data-words="${joinWords(names, words)}"></script>`;

/** Returns the script of lessons. */
export function lessonScript(page: Placed): SafeHtml {
  const { t } = page.chrome;
  return script(page, 'lesson', lessonWords, {
    check: t('Check'),
    right: t('Correct'),
    again: t('Try again'),
    soFar: t('Right so far: {number} of {total}'),
    empty: t('Answer first.'),
    notKept: t('Nothing can be kept on this device.'),
    finish: t('Finish the lesson'),
    finished: t('Lesson finished'),
  });
}

/** What a page says on a server that is not its own, and how days are written: for scripts. */
export function copyData({ chrome: { t, format } }: Placed): SafeHtml {
  const words = joinWords(mirrorWords, {
    copy: t('Copy of the site {site}, updated: {date}', { site: '{}' }),
    keptBy: t('Kept by: {name}', { name: '{}' }),
    old: t('It may be out of date: the newest pages are at {site}', { site: '{}' }),
  });
  return html` data-copy="${words}" data-dates="${datePatterns(format).join('|')}"`;
}

/** Returns the script of pages that say whose copy they are. Not of every page: a lesson has not a byte to spare for it. */
export const mirrorScript = (page: Placed): SafeHtml =>
  html`<script type="module" src="${pageLink(page, page.chrome.scripts.mirror)}"${copyData(page)}></script>`;

/** A page whose text may hold a quiz. */
type AskingPage = Placed & { readonly body: SafeHtml };

/** Returns the script of lessons for a page of another kind whose text holds a quiz. */
export const quizScript = (page: AskingPage): SafeHtml | false => asks(page) && lessonScript(page);

/** Returns an example of a marked answer where there may be one, so that the sheet declares its colour: keys of some kinds have none. */
export const markedAnswer = (page: AskingPage): SafeHtml => html`${asks(page) && html`<b class="yes"></b>`}`;

const asks = ({ body }: AskingPage): boolean => body.toString().includes('class="quiz"');
