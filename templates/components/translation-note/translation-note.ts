import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import type { Translate } from '../../locale/locale.ts';
import type { TextOrigin } from '../../model/page.ts';
import type { Placed } from '../placed.ts';

/** Returns what a reader should know of a translation: made by a machine, or behind its original. Else nothing. */
export function translationNote({ chrome: { t } }: Placed, text: TextOrigin): SafeHtml | false {
  const words = [
    machineWords(t, text),
    text.stale && t('The original has changed since this translation was made.'),
  ];
  const said = words.filter((word) => word !== false);
  return said.length > 0 && html`<p class="meta translation">${said.join(' ')}</p>`;
}

function machineWords(t: Translate, { translation }: TextOrigin): string | false {
  if (translation?.by !== 'machine') return false;
  return translation.reviewed
    ? t('Translated by a machine and checked by a person.')
    : t('Translated by a machine; nobody has checked it yet.');
}
