/**
 * The gallery of the preview.
 *
 * In: the planned sites, and an address: `/gallery/` for all examples, `/gallery/kg/ky/` for those of a country and a language,
 * `/gallery/kg/ky/header/one-other-language` for one alone; `?scheme=dark&dir=rtl&width=320` says how they are shown. Out: the page.
 */
import { anchorOf } from '../../templates/gallery/anchor.ts';
import { renderExample } from '../../templates/gallery/example-page.ts';
import { renderGallery } from '../../templates/gallery/gallery-page.ts';
import type { CheckedContent } from '../pipeline.ts';
import { examplesOf } from './examples.ts';
import { sampleOf } from './samples.ts';
import { hrefOf, readSettings, settingChoices } from './settings.ts';

export interface GalleryPage {
  readonly html: string;
  /** Whether it stands in a frame of the gallery. */
  readonly isFramed: boolean;
}

/** Returns the page at an address, or nothing where there is none. */
export async function galleryPage(
  { editions, catalogue }: CheckedContent,
  pathname: string,
  query: string,
): Promise<GalleryPage | undefined> {
  const [, , code, tag, name, state] = pathname.split('/');
  const edition = code ? editions.find(({ edition: { country } }) => country.code === code) : editions[0];
  const language = tag
    ? edition?.languages.find(({ locale }) => locale.toLowerCase() === tag)
    : edition?.languages[0];
  if (edition === undefined || language === undefined) return undefined;
  const settings = readSettings(edition.edition.country.code, language.locale, query);
  const sample = sampleOf(edition, language.locale, catalogue);
  const components = await examplesOf(sample);
  const { language: described, css: sheets } = sample.page.chrome;
  const { scheme, widthPx, dir = described.dir } = settings;
  if (name) {
    const example = components
      .find((component) => component.name === name)
      ?.examples.find((candidate) => anchorOf(candidate.state) === state);
    if (example === undefined) return undefined;
    const page = { title: `${name}: ${example.state}`, markup: example.markup, language: described };
    return { html: renderExample({ ...page, dir, sheets, scheme }), isFramed: true };
  }
  const { htmlLang } = sample.writing.language;
  const shown = components.map((component) => ({
    name: component.name,
    examples: component.examples.map((example) => ({
      state: example.state,
      href: hrefOf(settings, `${component.name}/${anchorOf(example.state)}`),
      ...(example.markdown !== undefined && { markdown: { text: example.markdown, lang: htmlLang } }),
    })),
  }));
  const choices = settingChoices(settings, editions);
  return {
    html: renderGallery({ settings: choices, components: shown, sheets, scheme, widthPx }),
    isFramed: false,
  };
}
