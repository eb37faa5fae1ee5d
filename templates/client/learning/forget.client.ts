/** Forgets what the device knows, after a second word. */
import { element } from './page.client.ts';

export function startForgetting(section: HTMLElement, forget: () => void): void {
  const ask = element('#forget-ask', section);
  const sure = element('#forget-sure', section);
  section.hidden = false;
  const open = (isOpen: boolean): void => {
    sure.hidden = !isOpen;
    ask.setAttribute('aria-expanded', String(isOpen));
    (isOpen ? element('#forget-leave', section) : ask).focus();
  };
  ask.addEventListener('click', () => open(sure.hidden === true));
  element('#forget-leave', section).addEventListener('click', () => open(false));
  element('#forget-now', section).addEventListener('click', () => {
    open(false);
    forget();
  });
}
