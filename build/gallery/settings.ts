/** How the examples are shown, as the address of the gallery says it. */
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { ColourScheme } from '../../templates/gallery/colour-scheme.ts';
import type { GallerySetting } from '../../templates/gallery/gallery-page.ts';
import { describeLanguage, nameAsLabel } from '../../templates/locale/languages.ts';
import type { PlannedEdition } from '../pipeline.ts';

export interface GallerySettings {
  readonly country: CountryCode;
  readonly locale: Locale;
  /** Without it, as the system asks for. */
  readonly scheme?: ColourScheme | undefined;
  /** Without it, that of the language. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** Without it, as wide as there is room. */
  readonly widthPx?: number | undefined;
}

/** A small phone, a phone, a tablet. */
const widthsPx = [320, 360, 768];

export function readSettings(country: CountryCode, locale: Locale, query: string): GallerySettings {
  const asked = new URLSearchParams(query);
  const oneOf = <T extends string>(name: string, ...values: readonly T[]): T | undefined =>
    values.find((value) => value === asked.get(name));
  return {
    country,
    locale,
    scheme: oneOf('scheme', 'light', 'dark'),
    dir: oneOf('dir', 'ltr', 'rtl'),
    widthPx: widthsPx.find((widthPx) => String(widthPx) === asked.get('width')),
  };
}

/** @param path below the language, such as `header/one-other-language` */
export function hrefOf({ country, locale, scheme, dir, widthPx }: GallerySettings, path = ''): string {
  const query = new URLSearchParams({
    ...(scheme && { scheme }),
    ...(dir && { dir }),
    ...(widthPx !== undefined && path === '' && { width: String(widthPx) }),
  });
  return `/gallery/${country}/${locale.toLowerCase()}/${path}${query.size > 0 ? `?${query}` : ''}`;
}

/** Returns what can be chosen, as links that leave all else as it is. */
export function settingChoices(
  settings: GallerySettings,
  editions: readonly PlannedEdition[],
): readonly GallerySetting[] {
  const to = (label: string, change: Partial<GallerySettings>) => ({
    label,
    href: hrefOf({ ...settings, ...change }),
    isCurrent: Object.entries(change).every(
      ([name, value]) => settings[name as keyof GallerySettings] === value,
    ),
  });
  const here = editions.find(({ edition }) => edition.country.code === settings.country);
  return [
    {
      label: 'Country',
      choices: editions.map(({ edition: { country }, languages }) => {
        const locale =
          languages.find((language) => language.locale === settings.locale)?.locale ?? languages[0]?.locale;
        return {
          ...to(country.country.name.en ?? country.code, {
            country: country.code,
            ...(locale && { locale }),
          }),
          isCurrent: country.code === settings.country,
        };
      }),
    },
    {
      label: 'Language',
      choices: (here?.languages ?? []).map(({ locale }) => {
        const language = describeLanguage(locale);
        return { ...to(nameAsLabel(language), { locale }), lang: language.htmlLang };
      }),
    },
    {
      label: 'Colours',
      choices: [
        to('As the system', { scheme: undefined }),
        to('Light', { scheme: 'light' }),
        to('Dark', { scheme: 'dark' }),
      ],
    },
    {
      label: 'Width',
      choices: [
        ...widthsPx.map((widthPx) => to(`${widthPx} px`, { widthPx })),
        to('All there is', { widthPx: undefined }),
      ],
    },
    {
      label: 'Direction',
      choices: [to('Of the language', { dir: undefined }), to('Right to left', { dir: 'rtl' })],
    },
  ];
}
