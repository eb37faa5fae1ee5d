import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import { sentence } from '../../locale/sentence.ts';
import type { TextOrigin } from '../../model/page.ts';
import type { Placed } from '../placed.ts';

/** Returns the notice of a page that is not in the reader's language; nothing on other pages. */
export function fallbackNotice(page: Placed, { fallback, language }: TextOrigin): SafeHtml | false {
  const { t } = page.chrome;
  const name = html`<b${langAttributes(page, language)}>${language.autonym}</b>`;
  return (
    fallback &&
    html`<div class="notice"><p>${sentence(t('This page is not translated yet. You are reading it in another language: {language}.'), { language: name })}</p></div>`
  );
}
