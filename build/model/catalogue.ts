/**
 * The whole content after validation: typed, and grouped by entry.
 */
import type { ContentId, CountryCode, Locale } from '../../schemas/brands.ts';
import type {
  Country,
  Course,
  Framework,
  Group,
  Lesson,
  Material,
  Page,
  Site,
  Taxonomy,
  Translation,
} from '../../schemas/types.generated.ts';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import type { Document, Pointer } from './document.ts';
import type { SourcePath } from './paths.ts';
import type { EntryKind, Scope, TextPlace } from './place.ts';
import type { Asset } from './source.ts';

export interface Catalogue {
  readonly site: Site;
  readonly sourceLanguage: Locale;
  /** By the kind that schemas name: `domain`, `material-type` … */
  readonly taxonomies: ReadonlyMap<string, Taxonomy>;
  /** Where each of them is written: `taxonomy/domains.yml`. */
  readonly taxonomyFiles: ReadonlyMap<string, SourcePath>;
  /** Whether there is a `taxonomy/glossary.yml`: no page has its terms. */
  readonly hasGlossary: boolean;
  readonly frameworks: ReadonlyMap<string, Framework>;
  /** Sorted by code. */
  readonly countries: readonly CountryDocument[];
  readonly strings: ReadonlyMap<Locale, MessageCatalogue>;
  /** Folders of entries by their path, sorted. */
  readonly folders: ReadonlyMap<SourcePath, Folder>;
  readonly assets: ReadonlyMap<SourcePath, Asset>;
}

export interface CountryDocument {
  readonly code: CountryCode;
  readonly country: Country;
  readonly document: Document;
}

/** The texts of one entry in one scope. */
export interface Folder {
  readonly path: SourcePath;
  readonly scope: Scope;
  readonly entry: EntryKind;
  readonly id: ContentId;
  readonly course?: ContentId;
  /** `index.<lang>.md`; without any, the folder only patches a shared one. */
  readonly texts: ReadonlyMap<Locale, Text>;
  /** `index.<lang>.patch.md` */
  readonly patches: ReadonlyMap<Locale, Text>;
  /** The language of the text that carries every field; absent when there are no texts. */
  readonly original?: Locale;
}

/** Fields of a text. An original has all of its kind, a translation and a patch only some. */
export type Fields = Partial<Course> &
  Partial<Lesson> &
  Partial<Material> &
  Partial<Group> &
  Partial<Page> &
  Partial<Translation>;

export interface Text extends Document<TextPlace> {
  readonly fields: Fields;
  /** Other entries that the fields name. */
  readonly references: readonly FieldReference[];
  /** The state that translations and overlays made from it record. */
  readonly contentHash: string;
  readonly fieldsDigest: string;
  readonly bodyDigest: string;
  /** Whether there is more below the front matter than white space. */
  readonly hasBody: boolean;
}

export interface FieldReference {
  /** What the schema says it is: `lesson`, `course`, `material`, `group`, `framework`. */
  readonly kind: string;
  readonly id: string;
  readonly pointer: Pointer;
}
