/**
 * Resolves the catalogue for one country: which entries it has, in which languages, and from which texts.
 *
 * In: the catalogue and a country. Out: an edition, as data: every entry with one variant for each language of the site.
 */
import type { ContentId, Locale } from '../../schemas/brands.ts';
import type { Country } from '../../schemas/types.generated.ts';
import type { Catalogue, CountryDocument, Fields, Folder, Text } from '../model/catalogue.ts';
import type { Edition, EditionLanguage, Entry, Variant } from '../model/edition.ts';
import { LazyMap } from '../model/lazy-map.ts';
import { basisOf } from '../model/overlay-basis.ts';
import type { SourcePath } from '../model/paths.ts';
import { folderAt, targetOf } from '../model/place.ts';
import { isScriptPair } from '../model/script-pairs.ts';
import { overlayFields } from './overlay.ts';
import { isSelected } from './selection.ts';
import { divergenceOf, freshnessOf } from './state.ts';

export interface ResolveOptions {
  /** Drafts and texts under review are part of the preview only. */
  readonly drafts: boolean;
}

export function resolveEdition(
  catalogue: Catalogue,
  country: CountryDocument,
  options: ResolveOptions,
): Edition {
  const languages = languagesOf(catalogue, country);
  const bases = baseFolders(catalogue, country, options);
  const entries = new Map<string, Entry>();
  for (const base of bases) {
    const entry = resolveEntry(base, languages, options);
    if (entry !== undefined && isSelected(entry, country.country)) entries.set(entry.target, entry);
  }
  return { country, languages, entries: withoutOrphans(entries) };
}

/**
 * The same edition, when it is known which entries it has: each is resolved when somebody asks for it.
 *
 * @param targets addresses of all its entries, sorted
 */
export function recallEdition(
  catalogue: Catalogue,
  country: CountryDocument,
  targets: Iterable<string>,
  options: ResolveOptions,
): Edition {
  const languages = languagesOf(catalogue, country);
  const entries = new LazyMap(targets, (target) => {
    const own = catalogue.folders.get(folderAt(country.code, target));
    const shared = catalogue.folders.get(folderAt('shared', target));
    const base = baseOf({ own, shared }, options);
    const entry = base && resolveEntry(base, languages, options);
    if (entry === undefined) throw new TypeError(`${country.code} has no ${target}`);
    return entry;
  });
  return { country, languages, entries };
}

/** The languages of the site, the catalogue's own always among them and at the end of every fallback chain. */
function languagesOf(catalogue: Catalogue, { country }: CountryDocument): EditionLanguage[] {
  const source = catalogue.sourceLanguage;
  const listed = country.languages.some((language) => language.tag === source)
    ? country.languages
    : [...country.languages, { tag: source as string }];
  return listed.map((language) => {
    const tag = language.tag as Locale;
    const fallback = [...new Set([...(language.fallback ?? []), source])].filter(
      (other) => other !== tag,
    ) as Locale[];
    return {
      tag,
      fallback,
      ...(isConverted(language) && { transliterate: language.transliterate as Locale }),
      ...(language.dir !== undefined && { dir: language.dir }),
    };
  });
}

const isConverted = ({ tag, transliterate }: Country['languages'][number]): boolean =>
  transliterate !== undefined && isScriptPair(transliterate as Locale, tag as Locale);

/** A folder that an entry is made from, and the country's patches of it. */
interface Base {
  readonly folder: Folder;
  readonly patches: ReadonlyMap<Locale, Text>;
  /** Where the patches and their pictures lie. */
  readonly patchFolder?: SourcePath;
  readonly shared?: Folder;
}

/** Of each entry the country's own folder where it has texts, else the shared one with the country's patches. */
function baseFolders(catalogue: Catalogue, { code }: CountryDocument, options: ResolveOptions): Base[] {
  const byTarget = new Map<string, Candidates>();
  for (const folder of catalogue.folders.values()) {
    if (folder.scope !== 'shared' && folder.scope !== code) continue;
    const slot = byTarget.get(targetOf(folder)) ?? {};
    byTarget.set(targetOf(folder), { ...slot, [folder.scope === 'shared' ? 'shared' : 'own']: folder });
  }
  return [...byTarget.values()].flatMap((candidates) => baseOf(candidates, options) ?? []);
}

interface Candidates {
  readonly own?: Folder | undefined;
  readonly shared?: Folder | undefined;
}

function baseOf({ own, shared }: Candidates, { drafts }: ResolveOptions): Base | undefined {
  if (own !== undefined && own.texts.size > 0)
    return { folder: own, patches: new Map(), ...(shared && { shared }) };
  if (shared === undefined || shared.texts.size === 0) return undefined;
  const patches = [...(own?.patches ?? [])].filter(([, patch]) => isVisible(patch, drafts));
  const patchFolder = own !== undefined && patches.length > 0 ? { patchFolder: own.path } : {};
  return { folder: shared, patches: new Map(patches), ...patchFolder, shared };
}

const isVisible = (text: Text, drafts: boolean): boolean =>
  drafts || (text.fields.status ?? 'published') === 'published';

function resolveEntry(
  { folder, patches, patchFolder, shared }: Base,
  languages: readonly EditionLanguage[],
  { drafts }: ResolveOptions,
): Entry | undefined {
  const original = folder.original === undefined ? undefined : folder.texts.get(folder.original);
  if (original === undefined) return undefined;
  const common = [...patches.values()].reduce<Fields>(
    (fields, patch) => overlayFields(fields, patch.fields, folder.entry, 'common'),
    original.fields,
  );
  if (!drafts && (common.status ?? 'published') !== 'published') return undefined;
  const texts = ownVariants({ folder, patches, patchFolder, shared, common, original }, drafts);
  const variants = new Map<Locale, Variant>();
  for (const language of languages) {
    const own = texts.get(language.tag) ?? inOtherScript(language, texts);
    const found =
      own ?? language.fallback.flatMap((tag) => texts.get(tag) ?? [])[0] ?? texts.get(original.place.locale);
    if (found !== undefined) variants.set(language.tag, own ?? standIn(found));
  }
  const { entry, id, course } = folder;
  return {
    entry,
    id,
    ...(course !== undefined && { course }),
    target: targetOf(folder),
    fields: common,
    origin:
      folder.scope === 'shared'
        ? patches.size > 0
          ? 'patched'
          : 'shared'
        : shared === undefined
          ? 'own'
          : 'replaced',
    variants,
  };
}

interface EntryParts {
  readonly common: Fields;
  readonly original: Text;
  readonly patches: ReadonlyMap<Locale, Text>;
  readonly folder: Folder;
  readonly patchFolder: SourcePath | undefined;
  readonly shared: Folder | undefined;
}

interface Parts extends EntryParts {
  readonly text: Text | undefined;
  readonly patch: Text | undefined;
}

/** Of shared folders that nobody patches: they are the same in every country, and are resolved once for all. */
const unpatched = {
  published: new WeakMap<Folder, ReadonlyMap<Locale, Variant>>(),
  withDrafts: new WeakMap<Folder, ReadonlyMap<Locale, Variant>>(),
};

/** The texts that the country has itself. */
function ownVariants(parts: EntryParts, drafts: boolean): ReadonlyMap<Locale, Variant> {
  const { folder, patches } = parts;
  if (folder.scope !== 'shared' || patches.size > 0) return makeVariants(parts, drafts);
  const known = drafts ? unpatched.withDrafts : unpatched.published;
  const variants = known.get(folder) ?? makeVariants(parts, drafts);
  known.set(folder, variants);
  return variants;
}

function makeVariants(parts: EntryParts, drafts: boolean): ReadonlyMap<Locale, Variant> {
  const { folder, patches, original } = parts;
  const variants = new Map<Locale, Variant>();
  for (const locale of new Set([...folder.texts.keys(), ...patches.keys()])) {
    const found = folder.texts.get(locale);
    const text = found === original || (found !== undefined && isVisible(found, drafts)) ? found : undefined;
    const variant = ownVariant(locale, { ...parts, text, patch: patches.get(locale) });
    if (variant !== undefined) variants.set(locale, variant);
  }
  return variants;
}

/** Only what is written in the language itself is converted, never what stands in for it. */
function inOtherScript(
  { tag, transliterate }: EditionLanguage,
  texts: ReadonlyMap<Locale, Variant>,
): Variant | undefined {
  const written = transliterate === undefined ? undefined : texts.get(transliterate);
  if (written === undefined) return undefined;
  const known = converted.get(written);
  if (known?.locale === tag) return known;
  const variant = { ...written, locale: tag, convertedFrom: written.locale };
  converted.set(written, variant);
  return variant;
}

/** The last one made of each: a language has two scripts. */
const converted = new WeakMap<Variant, Variant>();

const standIns = new WeakMap<Variant, Variant>();

/** A text for readers of another language. */
function standIn(variant: Variant): Variant {
  const made = standIns.get(variant) ?? { ...variant, fallback: true };
  standIns.set(variant, made);
  return made;
}

/** The text that the country has in a language itself: a file, a file with a patch, or a patch with a body. */
function ownVariant(
  locale: Locale,
  { common, original, text, patch, patches, folder, patchFolder, shared }: Parts,
): Variant | undefined {
  const patchHasBody = patch?.hasBody === true;
  if (text === undefined && !patchHasBody) return undefined;
  const translated =
    text === undefined || text === original
      ? common
      : overlayFields(common, text.fields, folder.entry, 'language');
  const fields =
    patch === undefined ? translated : overlayFields(translated, patch.fields, folder.entry, 'language');
  const bodySource = patchHasBody ? patch : (text ?? original);
  // A body of the country's own says itself who translated it.
  const translation = (patchHasBody ? patch : text)?.fields.translation;
  const isReplacement = folder.scope !== 'shared' && text === original;
  const overlay = patch ?? (isReplacement ? original : undefined);
  const basis = basisOf(shared, locale);
  return {
    locale,
    fallback: false,
    fields,
    fieldsDigest: [original, ...patches.values(), ...(text === undefined ? [] : [text])]
      .map((source) => source.fieldsDigest)
      .join(' '),
    bodyDigest: bodySource.bodyDigest,
    bodySource: bodySource.path,
    ...(folder.entry === 'group' && {
      rulesSource: ([patch, text].find((candidate) => candidate?.fields.rules !== undefined) ?? original)
        .path,
    }),
    textSource: (patchHasBody ? patch : (text ?? original)).path,
    ...(overlay !== undefined && { overlaySource: overlay.path }),
    folders: [...(patchFolder === undefined ? [] : [patchFolder]), folder.path],
    ...(translation !== undefined && { translation }),
    freshness:
      text === undefined || text === original || patchHasBody ? 'original' : freshnessOf(text, original),
    ...(overlay !== undefined &&
      basis !== undefined &&
      basis !== overlay && { divergence: divergenceOf(overlay, basis) }),
  };
}

/** A lesson is there only with a course that lists it, and a course only lists the lessons that are there. */
function withoutOrphans(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  const kept = [...entries].filter(([, entry]) => {
    if (entry.entry !== 'lesson') return true;
    const course = entries.get(`/courses/${entry.course}/`);
    return course?.fields.lessons?.includes(entry.id as ContentId) ?? false;
  });
  return new Map(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
