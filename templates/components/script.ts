import { joinWords, lessonWords, type Words } from '../client/words.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { pageLink } from '../link.ts';
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

/** Returns the script of lessons for a page of another kind whose text holds a quiz. */
export const quizScript = (page: Placed & { readonly body: SafeHtml }): SafeHtml | false =>
  page.body.toString().includes('class="quiz"') && lessonScript(page);
