import type { Token } from 'markdown-it';
import { describeLanguage } from '../../templates/locale/languages.ts';
import { isLanguage, tagHint } from '../diagnostics/language-tag.ts';
import type { Rendering } from './rendering.ts';
import { markOf } from './span-rule.ts';

/** Returns the tag that opens a span, and reports a mark that means nothing. */
export function openSpan(token: Token, block: Token, rendering: Rendering): string {
  const { name, value, start, end } = markOf(token);
  if (name === 'translate' && value === 'no') return '<span translate="no">';
  const isTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value) && isLanguage(value);
  if (name === 'lang' && isTag) {
    const { htmlLang, dir } = describeLanguage(value);
    return `<span lang="${htmlLang}"${dir === 'rtl' ? ' dir="rtl"' : ''}>`;
  }
  const [message, hint] =
    name === 'lang'
      ? [`"${value}" is no language`, tagHint(value, (tag) => `did you mean {lang=${tag}}?`)]
      : [
          `{${name}=${value}} means nothing here`,
          'behind words in brackets there can be {lang=en}, for words of another language, and {translate=no}, for what stays in every script',
        ];
  rendering.error('markdown/span', rendering.rangeIn(block, start, end), message, hint);
  return '<span>';
}
