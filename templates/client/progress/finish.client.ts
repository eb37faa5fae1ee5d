/**
 * The end of a lesson: a button, and when it was pressed the stamp. Opening a lesson marks nothing.
 */
import { element } from '../page/page.client.ts';
import type { lessonWords, Words } from '../words.ts';

/**
 * @param isDone whether it was done before
 * @param finish is called once, when the reader says so
 */
export function addFinish(
  words: Words<typeof lessonWords>,
  isDone: boolean,
  finish: () => void,
): HTMLElement {
  const status = element('p', { class: 'k', role: 'status' });
  const place = element('div', { class: 'finish', tabindex: '-1' }, status);
  const stamp = (): HTMLElement => {
    const made = element('i', { class: 'stamp' });
    place.prepend(made);
    status.prepend(words.finished);
    return made;
  };
  if (isDone) stamp();
  else {
    const button = element('button', { class: 'check' }, words.finish);
    place.prepend(button);
    button.addEventListener('click', () => {
      button.remove();
      stamp().classList.add('pressed');
      place.focus();
      finish();
    });
  }
  document.querySelector('.pager,.colophon')?.before(place);
  return place;
}
