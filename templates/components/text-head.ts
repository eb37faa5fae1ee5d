/**
 * Title, summary and notices at the head of an author's text, and the text itself, each in its language.
 */

import type { Insertable, SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import type { Language, TextOrigin } from '../model/page.ts';
import { fallbackNotice } from './fallback-notice/fallback-notice.ts';
import type { Placed } from './placed.ts';
import { translationNote } from './translation-note/translation-note.ts';

/** A page whose words an author wrote. */
export interface WrittenPage extends Placed {
  readonly title: string;
  readonly summary: string;
  readonly text: TextOrigin;
  readonly body: SafeHtml;
}

/** Returns the language of the text where it is not that of the page, for {@link langAttributes}. */
export const foreignLanguage = ({ text }: Pick<WrittenPage, 'text'>): Language | undefined =>
  text.fallback ? text.language : undefined;

/**
 * Returns the title and the summary, with what the reader should know of the translation below.
 *
 * @param kicker Above the title.
 * @param facts Below the summary.
 */
export function textHead(page: WrittenPage, kicker?: Insertable, facts?: Insertable): SafeHtml {
  const lang = langAttributes(page, foreignLanguage(page));
  return html`${kicker}
<h1${lang}>${page.title}</h1>
<p class="lead"${lang}>${page.summary}</p>
${facts}${fallbackNotice(page, page.text)}${translationNote(page, page.text)}`;
}

/** Returns the body. */
export const textBody = (page: WrittenPage): SafeHtml =>
  html`<div class="text"${langAttributes(page, foreignLanguage(page))}>
${page.body}
</div>`;
