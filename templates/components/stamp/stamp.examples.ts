import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';

/** As `client/progress/finish.client.ts` makes them, at the end of a lesson. */
export const examples: Examples = ({ page: { chrome } }) => ({
  'before: the button': html`<div class="finish"><button class="check" type="button">${chrome.t('Finish the lesson')}</button><p class="k" role="status"></p></div>`,
  'a finished lesson': html`<div class="finish"><i class="stamp"></i><p class="k" role="status">${chrome.t('Lesson finished')}</p></div>`,
});
