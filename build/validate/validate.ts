/**
 * Checks every document against its schema and groups the texts by entry.
 *
 * In: parsed documents. Out: the catalogue, typed, and what is wrong with single files and with the set of texts of one entry.
 * What one entry says of another is checked by the references stage, which also knows the bodies.
 */
import type { Locale } from '../../schemas/brands.ts';
import type { Country, Framework, Site, Taxonomy } from '../../schemas/types.generated.ts';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import type { Catalogue, CountryDocument } from '../model/catalogue.ts';
import type { Document } from '../model/document.ts';
import type { SourcePath } from '../model/paths.ts';
import type { Place, TextPlace } from '../model/place.ts';
import type { Asset, SourceFile } from '../model/source.ts';
import { checkFields } from './check-fields.ts';
import { checkCountries } from './countries.ts';
import { groupTexts } from './folders.ts';
import { checkTerms } from './taxonomies.ts';
import { checkTextByLanguage } from './text-by-language.ts';
import { validatorOf } from './validators.ts';

export interface ParsedContent {
  readonly documents: readonly Document[];
  readonly strings: ReadonlyMap<Locale, MessageCatalogue>;
  readonly unreadable: readonly SourceFile[];
  readonly assets: ReadonlyMap<SourcePath, Asset>;
}

export interface ValidateResult {
  /** Complete only when there are no errors. */
  readonly catalogue: Catalogue;
  readonly diagnostics: readonly Diagnostic[];
}

export function validateContent(content: ParsedContent): ValidateResult {
  const diagnostics: Diagnostic[] = [];
  const typed = <T>(
    document: Document,
    schema: 'site' | 'taxonomy' | 'framework' | 'country',
  ): T | undefined => {
    const checked = checkFields(document, validatorOf(schema), 'original');
    diagnostics.push(...checked.diagnostics);
    return checked.diagnostics.length === 0 ? (checked.data as T) : undefined;
  };

  const taxonomies = new Map<string, Taxonomy>();
  for (const document of placed(content.documents, 'taxonomy')) {
    const taxonomy = typed<Taxonomy>(document, 'taxonomy');
    if (taxonomy !== undefined) diagnostics.push(...addTaxonomy(taxonomies, taxonomy, document));
  }
  const frameworks = new Map<string, Framework>();
  for (const document of placed(content.documents, 'framework')) {
    const framework = typed<Framework>(document, 'framework');
    if (framework !== undefined) frameworks.set(document.place.id, framework);
  }

  const siteDocument = placed(content.documents, 'site')[0];
  const site = siteDocument === undefined ? undefined : typed<Site>(siteDocument, 'site');
  if (siteDocument === undefined && !content.unreadable.some((file) => file.place.kind === 'site')) {
    diagnostics.push({
      code: 'site/missing',
      severity: 'error',
      file: 'site.yml',
      ...startOfFile,
      message: 'the file is missing',
      hint: 'it says at least "sourceLanguage: en" and the "name" of the platform in each language',
    });
  }
  const sourceLanguage = (site?.sourceLanguage ?? 'en') as Locale;

  const countries: CountryDocument[] = [];
  for (const document of placed(content.documents, 'country')) {
    const country = typed<Country>(document, 'country');
    diagnostics.push(...checkTerms(document, document.data, validatorOf('country').schema, taxonomies));
    if (country !== undefined) countries.push({ code: document.place.country, country, document });
  }
  diagnostics.push(
    ...checkCountries(countries, {
      sourceLanguage,
      strings: content.strings,
      frameworks,
      assets: content.assets,
    }),
  );

  const published = countries.flatMap(({ country }) => country.languages.map(({ tag }) => tag as Locale));
  const languages = new Set<Locale>([sourceLanguage, ...content.strings.keys(), ...published]);
  const texts = groupTexts(placed(content.documents, 'text'), {
    sourceLanguage,
    countries,
    languages,
    taxonomies,
    unreadable: content.unreadable,
  });
  diagnostics.push(...texts.diagnostics);
  for (const document of content.documents) {
    if (document.place.kind !== 'text') diagnostics.push(...checkTextByLanguage(document, languages));
  }

  const catalogue: Catalogue = {
    site: site ?? { sourceLanguage, name: { [sourceLanguage]: 'Learning Passport' } },
    sourceLanguage,
    taxonomies,
    frameworks,
    countries: countries.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    strings: content.strings,
    folders: texts.folders,
    assets: content.assets,
  };
  return { catalogue, diagnostics };
}

function addTaxonomy(
  taxonomies: Map<string, Taxonomy>,
  taxonomy: Taxonomy,
  document: Document,
): Diagnostic[] {
  const fault = (pointer: (string | number)[], code: string, message: string, hint: string): Diagnostic => ({
    code,
    severity: 'error',
    file: document.path,
    ...document.positions.value(pointer),
    message,
    hint,
  });
  const twins = taxonomy.terms.flatMap((term, index) =>
    taxonomy.terms.findIndex((other) => other.id === term.id) < index
      ? [
          fault(
            ['terms', index, 'id'],
            'taxonomy/duplicate',
            `the term "${term.id}" stands here twice`,
            'remove one of them',
          ),
        ]
      : [],
  );
  if (taxonomies.has(taxonomy.kind))
    return [
      ...twins,
      fault(
        ['kind'],
        'taxonomy/duplicate',
        `another file already is the vocabulary "${taxonomy.kind}"`,
        'put all terms into one file',
      ),
    ];
  taxonomies.set(taxonomy.kind, taxonomy);
  return twins;
}

type Placed<K extends Place['kind']> = Document<
  K extends 'text' ? TextPlace : Extract<Place, { readonly kind: K }>
>;

const placed = <K extends Place['kind']>(documents: readonly Document[], kind: K): Placed<K>[] =>
  documents.filter((document): document is Placed<K> => document.place.kind === kind);
