/** What the preview tells an author of a page: what it weighs, how its translations are, which countries have it. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../../schemas/brands.ts';
import { describeLanguage, nameAsLabel } from '../../templates/locale/languages.ts';
import type {
  CountryFacts,
  LanguageFacts,
  PanelFacts,
  TextFacts,
} from '../../templates/pages/author-panel.ts';
import { renderPage } from '../../templates/pages/render-page.ts';
import { bestQuality, brotliBytes } from '../budgets/brotli.ts';
import { budgetBytesOf } from '../budgets/heavy-page.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { editorAddressOf } from '../editor/editor-address.ts';
import { locate, shownPathOf } from '../model/content-folders.ts';
import type { Entry, Variant } from '../model/edition.ts';
import { folderOf, type SourcePath, toSourcePath } from '../model/paths.ts';
import type { MadePage } from '../pages/pages.ts';
import type { PlannedEdition } from '../pipeline.ts';
import { placeOf } from '../read/place-of.ts';
import type { ContentPlaces } from './content-places.ts';

export interface PanelSources extends ContentPlaces {
  readonly editions: readonly PlannedEdition[];
  /** Everything but infos. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of a published file, by its site path. */
  readonly bytesOf: (sitePath: string) => Promise<Uint8Array | undefined>;
}

/** A page of a site, and where it stands. */
export interface ShownPage {
  readonly made: MadePage;
  readonly planned: PlannedEdition;
  readonly locale: Locale | undefined;
  /** Of a page that somebody wrote. */
  readonly entry: Entry | undefined;
}

export async function panelFactsOf(shown: ShownPage, sources: PanelSources): Promise<PanelFacts> {
  const { made, entry, locale } = shown;
  const page = renderPage(made.page);
  const pageBytes = brotliBytes(page, bestQuality);
  const loaded = await loadedWith(page, made.page.path, sources);
  const variant = locale === undefined ? undefined : entry?.variants.get(locale);
  const own = sources.diagnostics.filter(({ file }) =>
    variant?.folders.includes(folderOf(file as SourcePath)),
  );
  const heaviest = loaded.toSorted((a, b) => b.bytes - a.bytes)[0];
  const errors = own.filter(({ severity }) => severity === 'error').length;
  return {
    weight: {
      pageBytes,
      budgetBytes: budgetBytesOf(made.page.kind, page),
      allBytes: loaded.reduce((sum, { bytes }) => sum + bytes, pageBytes),
      ...(heaviest !== undefined && { heaviest }),
    },
    readingMinutes: Math.max(1, Math.round(wordsIn(page) / wordsPerMinute)),
    errors,
    warnings: own.length - errors,
    ...(entry !== undefined &&
      locale !== undefined && { text: textFactsOf(entry, locale, shown.planned, sources) }),
  };
}

/** Of somebody who reads to learn, in the language of work. */
const wordsPerMinute = 180;

const wordsIn = (page: string): number =>
  (/<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '').replace(/<[^>]*>/g, ' ').match(/\p{L}+/gu)?.length ?? 0;

/** What a phone loads beside the page before anything is tapped; of a photograph the middle width, as AVIF. */
async function loadedWith(
  html: string,
  sitePath: string,
  { bytesOf }: PanelSources,
): Promise<{ readonly name: string; readonly bytes: number }[]> {
  const paths = new Set(
    // What stands in the head is for messengers and start screens.
    [...html.matchAll(/<(?:img|source|script)\b[^>]*?\bsrc(?:set)?="([^"]*)"/g)]
      .flatMap(([, sources = '']) => sources.split(','))
      .map((source) => new URL(source.trim().split(' ')[0] ?? '', `http://site${sitePath}`).pathname)
      .filter((site) => /\.(?:js|svg|webp|avif|png|jpe?g)$/.test(site)),
  );
  const byPicture = Map.groupBy([...paths], (site) => site.replace(/(?:-\d+)?(\.[0-9a-f]{8})\.\w+$/, '$1'));
  const loaded = [...byPicture.values()].map(async (same) => {
    const avif = same.filter((site) => site.endsWith('.avif')).toSorted(byWidth);
    const site = avif[avif.length >> 1] ?? same[0] ?? '';
    const bytes = (await bytesOf(site)) ?? new Uint8Array();
    const isText = /\.(?:js|svg)$/.test(site);
    return {
      name: path.posix.basename(site),
      bytes: isText ? brotliBytes(Buffer.from(bytes).toString(), bestQuality) : bytes.length,
    };
  });
  return Promise.all(loaded);
}

const byWidth = (a: string, b: string): number => widthOf(a) - widthOf(b);
const widthOf = (site: string): number => Number(/-(\d+)\.[0-9a-f]{8}\.\w+$/.exec(site)?.[1] ?? 0);

function textFactsOf(
  entry: Entry,
  here: Locale,
  planned: PlannedEdition,
  { editions, contentFolder, countryFolders, shownFolder }: PanelSources,
): TextFacts {
  const { textSource: file = toSourcePath(''), overlaySource: overlay } = entry.variants.get(here) ?? {};
  const editorUrl = editorUrlOf(file);
  const changesUrl = overlay === undefined || overlay === file ? undefined : editorUrlOf(overlay);
  return {
    file: shownPathOf(file, shownFolder, countryFolders),
    ...(editorUrl !== undefined && { editorUrl }),
    ...(changesUrl !== undefined && { changesUrl }),
    fileUrl: `vscode://file${pathToFileURL(path.resolve(locate(file, contentFolder, countryFolders))).pathname}`,
    languages: planned.edition.languages.flatMap(({ tag }) => {
      const variant = entry.variants.get(tag);
      return variant === undefined ? [] : [languageFactsOf(tag, variant, tag === here, entry, planned)];
    }),
    countries: editions.flatMap((other) => countryFactsOf(other, entry, here) ?? []),
  };
}

function editorUrlOf(file: SourcePath): string | undefined {
  const { place } = placeOf(file);
  return place?.kind === 'text' ? editorAddressOf(place) : undefined;
}

function languageFactsOf(
  tag: Locale,
  variant: Variant,
  isHere: boolean,
  entry: Entry,
  planned: PlannedEdition,
): LanguageFacts {
  return {
    name: nameOf(tag),
    path: addressOf(planned, tag, entry),
    isHere,
    ...stateOf(variant),
  };
}

function stateOf(variant: Variant): Pick<LanguageFacts, 'state' | 'needsCare'> {
  const { fallback, locale, convertedFrom, freshness, translation, divergence } = variant;
  if (fallback) return { state: `not translated, shows ${nameOf(locale)}`, needsCare: true };
  const cares = [
    freshness === 'stale' && 'out of date: the original has changed since',
    freshness === 'unknown' && 'nobody has said from which original',
    translation?.reviewed === false && `${translation.by === 'machine' ? 'by a machine, ' : ''}not reviewed`,
    divergence === 'diverged' && 'the shared text has moved on from under it',
  ].filter((care) => care !== false);
  const kind = translation === undefined ? 'original' : 'translation';
  const from = convertedFrom === undefined ? kind : `converted from ${nameOf(convertedFrom)}`;
  return { state: [from, ...cares].join('; '), needsCare: cares.length > 0 };
}

function countryFactsOf(planned: PlannedEdition, entry: Entry, here: Locale): CountryFacts | undefined {
  const { country, entries, languages } = planned.edition;
  const name = country.country.name.en ?? country.code;
  const there = entries.get(entry.target);
  if (there === undefined) return entry.origin === 'own' ? undefined : { name, form: 'left out' };
  const tag = languages.find((language) => language.tag === here)?.tag ?? languages[0]?.tag;
  return { name, form: forms[there.origin], ...(tag && { path: addressOf(planned, tag, there) }) };
}

const forms = {
  shared: 'as all have it',
  patched: 'with changes of its own',
  replaced: 'replaced by its own',
  own: 'its own',
} as const satisfies Record<Entry['origin'], string>;

const addressOf = ({ edition }: PlannedEdition, tag: Locale, { target }: Entry): string =>
  `/${edition.country.code}/${tag.toLowerCase()}${target}`;

const nameOf = (tag: Locale): string => nameAsLabel(describeLanguage(tag));
