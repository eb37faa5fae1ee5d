import { palettes } from '../../../templates/styles/theme.ts';
import type { PngFile } from '../icons.ts';
import type { View } from '../view.ts';

/** Site path. */
export const manifestPath = (view: View): string => view.path('/manifest.webmanifest');

/** Returns the web app manifest (W3C) of a language: how the site looks on the start screen of a phone. */
export function manifest(view: View): string {
  const { language, siteName, countryName } = view.chrome;
  const { colour, png192, png512, maskable512 } = view.context.icons(view.edition);
  return `${JSON.stringify({
    name: `${siteName} · ${countryName}`,
    short_name: siteName,
    lang: language.htmlLang,
    dir: language.dir,
    start_url: './',
    scope: './',
    // With the way back that pages without a script of their own need.
    display: 'minimal-ui',
    theme_color: colour,
    background_color: palettes.light.paper,
    icons: [icon(png192), icon(png512), { ...icon(maskable512), purpose: 'maskable' }],
  })}\n`;
}

const icon = ({ path, widthPx, heightPx }: PngFile) => ({
  src: `..${path}`,
  sizes: `${widthPx}x${heightPx}`,
  type: 'image/png',
});
