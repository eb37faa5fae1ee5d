/**
 * Checks the documents that say how the content is to be understood: the site, its vocabularies and its national versions.
 *
 * In: parsed documents. Out: the settings, typed, and what is wrong with these files. The texts themselves are checked folder by
 * folder (`folders.ts`); what one entry says of another is checked by the references stage, which also knows the bodies.
 */
import { isLocale, type Locale } from '../../schemas/brands.ts';
import type { Country, Framework, Glossary, Site, Taxonomy } from '../../schemas/types.generated.ts';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import { isLanguage } from '../diagnostics/language-tag.ts';
import type { Catalogue, CountryDocument } from '../model/catalogue.ts';
import type { Data, Document, Value } from '../model/document.ts';
import type { SourcePath } from '../model/paths.ts';
import { type Place, undetermined } from '../model/place.ts';
import type { Asset, PlacedFile } from '../model/source.ts';
import { leavesOf } from '../schema/walk.ts';
import { checkFields } from './check-fields.ts';
import { checkCountries } from './countries.ts';
import { checkCountriesExist, checkUrls } from './country-set.ts';
import type { TextContext } from './folders.ts';
import { suggestLanguage } from './languages.ts';
import {
  addTaxonomy,
  checkTerms,
  checkTwins,
  checkVocabulariesExist,
  type Vocabularies,
} from './taxonomies.ts';
import { checkTextByLanguage } from './text-by-language.ts';
import { validatorOf } from './validators.ts';

export interface SettingsContent {
  /** Without texts. */
  readonly documents: readonly Document[];
  readonly strings: ReadonlyMap<Locale, MessageCatalogue>;
  readonly unreadable: readonly PlacedFile[];
  /** All files of the content, texts as well. */
  readonly files: readonly PlacedFile[];
  readonly assets: ReadonlyMap<SourcePath, Asset>;
}

/** Everything but the texts; complete only when there are no errors. */
export interface Settings extends Omit<Catalogue, 'folders'> {
  /** What single texts are checked against. */
  readonly forTexts: TextContext;
}

export interface SettingsResult {
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

export function validateSettings(content: SettingsContent): SettingsResult {
  const diagnostics: Diagnostic[] = [];
  const { unreadable } = content;
  /** Without optional fields that are faulty; nothing when a required one is. */
  const typed = <T>(
    document: Document,
    schema: 'site' | 'taxonomy' | 'glossary' | 'framework' | 'country',
  ): T | undefined => {
    const validator = validatorOf(schema);
    const checked = checkFields(document, validator, 'original');
    diagnostics.push(...checked.diagnostics);
    if (validator.schema.required?.some((field) => checked.faulty.has(field))) return undefined;
    return Object.fromEntries(
      Object.entries(checked.data).filter(([field]) => !checked.faulty.has(field)),
    ) as T;
  };

  const taxonomies = new Map<string, Taxonomy>();
  const taxonomyFiles = new Map<string, SourcePath>();
  const faultyKinds = new Set<unknown>();
  for (const document of placed(content.documents, 'taxonomy')) {
    const taxonomy = typed<Taxonomy>(document, 'taxonomy');
    if (taxonomy === undefined) faultyKinds.add(document.data.kind);
    else {
      diagnostics.push(...addTaxonomy(taxonomies, taxonomy, document));
      if (taxonomies.get(taxonomy.kind) === taxonomy) taxonomyFiles.set(taxonomy.kind, document.path);
    }
  }
  const isTaxonomyUnreadable = unreadable.some((file) => file.place.kind === 'taxonomy');
  const vocabularies: Vocabularies = {
    taxonomies,
    lost: { has: (kind) => faultyKinds.has(kind) || (isTaxonomyUnreadable && !taxonomies.has(kind)) },
  };

  const glossary = placed(content.documents, 'glossary').flatMap((document) => {
    const { terms = [] } = typed<Glossary>(document, 'glossary') ?? {};
    diagnostics.push(
      ...checkTwins(
        terms.map(({ id }) => id),
        'terms',
        document,
      ),
    );
    return terms.map(({ description: _, ...term }) => term);
  });

  const frameworks = new Map<string, Framework>();
  for (const document of placed(content.documents, 'framework')) {
    const framework = typed<Framework>(document, 'framework');
    // A faulty one exists all the same; nothing is known of its codes.
    frameworks.set(document.place.id, framework ?? unknownFramework);
    if (framework !== undefined)
      diagnostics.push(
        ...checkTwins(
          framework.codes.map(({ code }) => code),
          'codes',
          document,
        ),
      );
  }
  for (const { place } of unreadable)
    if (place.kind === 'framework') frameworks.set(place.id, unknownFramework);

  const siteDocument = placed(content.documents, 'site')[0];
  const site = siteDocument === undefined ? undefined : typed<Site>(siteDocument, 'site');
  const isSiteLost = siteDocument === undefined && !unreadable.some((file) => file.place.kind === 'site');
  if (isSiteLost) {
    diagnostics.push({
      code: 'site/missing',
      severity: 'error',
      file: 'site.yml',
      ...startOfFile,
      message: 'the file is missing',
      hint: 'it says at least "sourceLanguage: en" and the "name" of the platform in each language; or is this not the content folder?',
    });
  } else diagnostics.push(...checkVocabulariesExist(vocabularies));
  const sourceLanguage = (site?.sourceLanguage ?? 'en') as Locale;
  if (siteDocument !== undefined)
    diagnostics.push(...checkSourceLanguage(siteDocument, sourceLanguage, content.strings));

  const countries: CountryDocument[] = [];
  const countryDocuments = placed(content.documents, 'country');
  for (const document of countryDocuments) {
    const country = typed<Country>(document, 'country');
    const leaves = leavesOf(validatorOf('country').schema, document.data);
    diagnostics.push(...checkTerms(document, leaves, taxonomies));
    if (country !== undefined) countries.push({ code: document.place.country, country, document });
  }
  diagnostics.push(
    ...checkCountries(countries, {
      sourceLanguage,
      strings: content.strings,
      frameworks,
      assets: content.assets,
    }),
    ...checkUrls(countryDocuments),
  );
  if (!isSiteLost) diagnostics.push(...checkCountriesExist(content.files));

  const published = [...countryDocuments.flatMap(({ data }) => tagsOf(data))];
  const languages = new Set<Locale>([
    'en' as Locale,
    sourceLanguage,
    ...content.strings.keys(),
    ...published,
  ]);
  const sourceLanguages = new Map(
    countryDocuments.flatMap(({ place, data }) => {
      const tag = data.sourceLanguage;
      return typeof tag === 'string' && isLocale(tag) ? [[place.country, tag] as const] : [];
    }),
  );
  // Where nobody knows, an original is what calls itself no translation.
  for (const { place } of unreadable)
    if (place.kind === 'country') sourceLanguages.set(place.country, undetermined);
  for (const document of content.documents) diagnostics.push(...checkTextByLanguage(document, languages));

  const settings: Settings = {
    site: site ?? { sourceLanguage, name: { [sourceLanguage]: 'Learning Passport' } },
    sourceLanguage,
    taxonomies,
    taxonomyFiles,
    hasGlossary: content.documents.some(({ place }) => place.kind === 'glossary'),
    frameworks,
    countries: countries.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    strings: content.strings,
    assets: content.assets,
    forTexts: {
      sourceLanguage,
      sourceLanguages,
      languages,
      taxonomies,
      glossary,
    },
  };
  return { settings, diagnostics };
}

const unknownFramework: Framework = { name: {}, country: '', codes: [] };

/** The interface is written in English, which therefore needs no strings. */
function checkSourceLanguage(
  document: Document,
  tag: Locale,
  strings: SettingsContent['strings'],
): Diagnostic[] {
  if (tag === 'en' || strings.has(tag) || !isLocale(tag) || isLanguage(tag)) return [];
  const known = ['en', ...strings.keys()];
  const meant = suggestLanguage(tag, known);
  return [
    {
      code: 'site/language',
      severity: 'error',
      file: document.path,
      ...document.positions.value(['sourceLanguage']),
      message: `sourceLanguage: "${tag}" is no language`,
      hint: meant === undefined ? `use one of: ${known.join(', ')}` : `did you mean "${meant}"?`,
    },
  ];
}

const tagsOf = ({ languages }: Data): Locale[] =>
  (Array.isArray(languages) ? (languages as readonly Value[]) : []).flatMap((language) => {
    const tag =
      typeof language === 'object' && language !== null && 'tag' in language ? language.tag : language;
    return typeof tag === 'string' && isLocale(tag) ? [tag] : [];
  });

type Placed<K extends Place['kind']> = Document<Extract<Place, { readonly kind: K }>>;

const placed = <K extends Place['kind']>(documents: readonly Document[], kind: K): Placed<K>[] =>
  documents.filter((document): document is Placed<K> => document.place.kind === kind);
