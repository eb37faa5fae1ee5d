/**
 * The gallery of the preview.
 *
 * In: the planned sites, and an address: `/gallery/` for all examples, `/gallery/kg/ky/` for those of a country and a language,
 * `/gallery/kg/ky/header/one-other-language` for one alone; `?scheme=dark&dir=rtl&width=320` says how they are shown. Out: the page.
 */
import type { Locale } from '../../schemas/brands.ts';
import type { Sample } from '../../templates/components/sample.ts';
import { anchorOf } from '../../templates/gallery/anchor.ts';
import { renderExample } from '../../templates/gallery/example-page.ts';
import { renderGallery } from '../../templates/gallery/gallery-page.ts';
import type { CheckedContent, PlannedEdition } from '../pipeline.ts';
import { type ComponentExamples, examplesOf } from './examples.ts';
import { sampleOf } from './samples.ts';
import { hrefOf, readSettings, settingChoices } from './settings.ts';

export interface GalleryPage {
  readonly html: string;
  /** Whether it stands in a frame of the gallery. */
  readonly isFramed: boolean;
}

/** Returns the page at an address, or nothing where there is none. */
export async function galleryPage(
  content: CheckedContent,
  pathname: string,
  query: string,
): Promise<GalleryPage | undefined> {
  const { editions } = content;
  const [, , code, tag, name, state] = pathname.split('/');
  const edition = code ? editions.find(({ edition: { country } }) => country.code === code) : editions[0];
  const language = tag
    ? edition?.languages.find(({ locale }) => locale.toLowerCase() === tag)
    : edition?.languages[0];
  if (edition === undefined || language === undefined) return undefined;
  const settings = readSettings(edition.edition.country.code, language.locale, query);
  const { sample, components } = await shelfOf(content, edition, language.locale);
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

/** What the gallery shows of a country in a language. */
interface Shelf {
  readonly sample: Sample;
  readonly components: readonly ComponentExamples[];
}

/** Of content that is still shown: the gallery frames a hundred examples, each a request of its own. */
const shelves = new WeakMap<CheckedContent, Map<string, Promise<Shelf>>>();

function shelfOf(content: CheckedContent, edition: PlannedEdition, locale: Locale): Promise<Shelf> {
  const known = shelves.get(content) ?? new Map<string, Promise<Shelf>>();
  shelves.set(content, known);
  const name = `${edition.edition.country.code}/${locale}`;
  const shelf = known.get(name) ?? fillShelf(content, edition, locale);
  known.set(name, shelf);
  return shelf;
}

async function fillShelf(
  { catalogue }: CheckedContent,
  edition: PlannedEdition,
  locale: Locale,
): Promise<Shelf> {
  const sample = sampleOf(edition, locale, catalogue);
  return { sample, components: await examplesOf(sample) };
}
