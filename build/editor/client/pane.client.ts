import { isLocale, type Locale } from '../../../schemas/brands.ts';

/** The language of a control. */
export const localeOf = (controlId: string): Locale | undefined =>
  localeAround(document.getElementById(controlId));

/**
 * Sveltia tells a language by the pane that something stands in. The frame of a preview has one of its own, which stays what it was
 * first when the author chooses another.
 */
export function localeAround(inside: Element | null | undefined): Locale | undefined {
  const tag = inside?.closest<HTMLElement>('[data-locale]')?.dataset.locale ?? '';
  return isLocale(tag) ? tag : undefined;
}
