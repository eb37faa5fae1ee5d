import { isLocale, type Locale } from '../../../schemas/brands.ts';

/** The language of a control: Sveltia tells it by the pane that the control stands in. */
export function localeOf(controlId: string): Locale | undefined {
  const pane = document.getElementById(controlId)?.closest<HTMLElement>('[data-locale]');
  const tag = pane?.dataset.locale ?? '';
  return isLocale(tag) ? tag : undefined;
}
