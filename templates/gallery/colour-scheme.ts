import { type StyleSheets, signed } from '../styles/stylesheet.ts';

export type ColourScheme = 'light' | 'dark';

const asks = '@media screen and (prefers-color-scheme:dark)';

/** Returns sheets that are light or dark whatever the system asks for; without a scheme, as they are. */
export function inScheme(sheets: StyleSheets, scheme: ColourScheme | undefined): StyleSheets {
  if (scheme === undefined) return sheets;
  const instead = scheme === 'dark' ? '@media screen' : '@media not all';
  return (...markup) => signed(sheets(...markup).css.replace(asks, instead));
}
