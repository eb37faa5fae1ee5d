import { targetOf } from '../../model/place.ts';
import type { EditorContext } from './editor-context.ts';
import { placeIn } from './entry-form.ts';
import { openText } from './open-text.client.ts';
import { type ControlProps, element } from './react.client.ts';

/** The page as readers see it, in each country that has it in this language. */
export function pageLinks(props: ControlProps, context: EditorContext): unknown {
  const { facts, previewUrl } = context;
  const open = openText(props, context);
  const place = open && placeIn(open.entry, open.locale);
  if (place === undefined || previewUrl === undefined) return false;
  const { locale } = place;
  const target = targetOf(place);
  const countries = (facts.pages[target] ?? []).filter(
    (code) =>
      (place.scope === 'shared' || place.scope === code) && facts.siteLanguages[code]?.includes(locale),
  );
  if (countries.length === 0) return false;
  return element(
    'p',
    { className: 'passport-pages' },
    'See the page: ',
    ...countries.map((code) =>
      element(
        'a',
        {
          key: code,
          href: `${previewUrl}${code}/${locale.toLowerCase()}${target}`,
          target: '_blank',
          rel: 'noopener',
        },
        code.toUpperCase(),
      ),
    ),
  );
}
