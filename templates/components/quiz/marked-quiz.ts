/**
 * A quiz as the script of lessons leaves it when its button was pressed (`client/quiz/quiz.client.ts`): for examples alone, which a
 * test compares with what the script does.
 */
import type { Insertable, SafeHtml } from '../../html.ts';
import { html, trusted } from '../../html.ts';
import type { Translate } from '../../locale/locale.ts';

/** What a reader chose or wrote in a row of the form, and whether that is right; `true` is a tick. */
export interface GivenAnswer {
  readonly given: string | true;
  readonly right: boolean;
}

export interface Marking {
  /** Of each row in the order in which they stand; nothing where nothing was given. */
  readonly rows: readonly (GivenAnswer | undefined)[];
  /** Nothing where nothing was answered at all. */
  readonly right?: boolean;
  /** Below the verdict. */
  readonly says?: Insertable;
}

/** @param words of the page, which may be in another language than the quiz */
export function markedQuiz(
  form: SafeHtml,
  { rows, right, says }: Marking,
  words: { readonly t: Translate; readonly htmlLang: string },
): SafeHtml {
  const { t, htmlLang } = words;
  const [head = '', ...labels] = form.toString().split(/(?=<label)/);
  const isChoice = head.includes('data-quiz="choice"');
  const marked = head + labels.map((label, at) => markRow(label, rows[at], isChoice)).join('');
  const id = /id="([^"]*)"/.exec(head)?.[1] ?? '';
  const verdict =
    right === undefined
      ? html`<p lang="${htmlLang}">${t('Answer first.')}</p>`
      : html`<b lang="${htmlLang}">${right ? t('Correct') : t('Try again')}</b>`;
  const status = html`<button type="submit" class="check" lang="${htmlLang}">${t('Check')}</button><div role="status" id="${id}-mark"${right !== undefined && html` class="${classOf(right)}"`}>${verdict}${says}</div>`;
  return trusted(
    marked
      .replace('<fieldset>', `<fieldset aria-describedby="${id}-mark">`)
      .replace('<details>', () => `${status}<details>`),
  );
}

const classOf = (isRight: boolean): string => (isRight ? 'right' : 'again');

function markRow(label: string, answer: GivenAnswer | undefined, isChoice: boolean): string {
  const invalid = isChoice ? '' : ` aria-invalid="${answer?.right === false}"`;
  const row = label.replace(/<(?:select|input type="text")/, (control) => control + invalid);
  if (answer === undefined) return row;
  const { given, right } = answer;
  const classed = row.startsWith('<label class="')
    ? row.replace(/class="([^"]*)"/, `class="$1 ${classOf(right)}"`)
    : row.replace('<label', `<label class="${classOf(right)}"`);
  if (given === true) return classed.replace(/(<input [^>]*)>/, '$1 checked>');
  return classed
    .replace(`<option value="${given}">`, `<option value="${given}" selected>`)
    .replace(`<option>${given}<`, `<option selected>${given}<`)
    .replace('autocomplete="off"', () => html`autocomplete="off" value="${given}"`.toString());
}
