/**
 * The part of Sveltia CMS's configuration that we use, as its JSON Schema (`@sveltia/cms/schema/sveltia-cms.json`) has it. Names
 * are Sveltia's own.
 */
import type { EditorBackend } from './backend.ts';

export interface CmsConfig {
  readonly load_config_file: false;
  readonly app_title: string;
  readonly backend: EditorBackend;
  readonly publish_mode: PublishMode;
  readonly media_folder: string;
  readonly public_folder: string;
  readonly media_libraries: CmsMediaLibraries;
  /** Sveltia would ask for each page whether it is there, of sites that lie elsewhere too. */
  readonly show_preview_links: false;
  readonly slug: CmsSlug;
  readonly i18n: CmsI18n;
  readonly editor: CmsEditor;
  readonly output: { readonly omit_empty_optional_fields: true };
  readonly collections: readonly CmsCollection[];
}

/** `editorial_workflow`: proposed, reviewed, published. `simple`: saved at once. */
export type PublishMode = 'simple' | 'editorial_workflow';

export interface CmsMediaLibraries {
  readonly default: { readonly config: { readonly slugify_filename: true } };
  /** Photographs from other hosts. */
  readonly stock_assets: false;
}

export interface CmsSlug {
  readonly encoding: 'ascii';
  readonly clean_accents: true;
  readonly maxlength: number;
}

export interface CmsI18n {
  readonly structure: 'multiple_files';
  readonly locales: readonly string[];
  readonly default_locale: string;
  readonly initial_locales: 'default';
}

export interface CmsEditor {
  readonly preview: boolean;
}

export type CmsCollection = CmsEntryCollection | CmsFileCollection | CmsDivider;

/** A line between two groups of collections. */
export interface CmsDivider {
  readonly name: string;
  readonly divider: true;
}

interface CmsListed {
  readonly name: string;
  readonly label: string;
  readonly label_singular: string;
  readonly description: string;
  /** The name of a Material Symbol. */
  readonly icon: string;
}

/** Texts of one kind: a folder each, a file for each language. */
export interface CmsEntryCollection extends CmsListed {
  readonly folder: string;
  readonly path: '{{slug}}/index';
  readonly format: string;
  readonly media_folder: '';
  readonly public_folder: '';
  readonly i18n: true;
  readonly duplicate?: false;
  readonly identifier_field: string;
  readonly slug: CmsCollectionSlug;
  readonly summary: string;
  readonly sortable_fields: {
    readonly fields: readonly string[];
    readonly default: { readonly field: string };
  };
  readonly thumbnail: string | false;
  readonly fields: readonly CmsField[];
}

/** The name of a new folder. Without a template, the author writes it. */
export interface CmsCollectionSlug {
  readonly template?: string;
  readonly editable: readonly ['create'];
  readonly hint: string;
  readonly pattern: CmsPattern;
}

export interface CmsFileCollection extends CmsListed {
  readonly files: readonly CmsFile[];
}

export interface CmsFile {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly file: string;
  readonly format: string;
  readonly media_folder?: '';
  readonly public_folder?: '';
  readonly editor: CmsEditor;
  readonly fields: readonly CmsField[];
}

/** A regular expression, and what to say when it does not fit. */
export type CmsPattern = readonly [string, string];

export interface CmsOption {
  readonly label: string;
  readonly value: string | boolean;
}

interface CmsFieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** In every language, in none, or in these. */
  readonly required: boolean | readonly string[];
  /** `true`: each language has its own value. Otherwise only the first language has one. */
  readonly i18n?: true;
}

/** One of the forms that a field can take; custom ones are our own widgets. */
export type CmsField =
  | CmsTextField
  | CmsNumberField
  | CmsBooleanField
  | CmsDateField
  | CmsSelectField
  | CmsListField
  | CmsObjectField
  | CmsKeyValueField
  | CmsMediaField
  | CmsHiddenField
  | CmsCustomField;

export interface CmsTextField extends CmsFieldBase {
  readonly widget: 'string' | 'text';
  readonly type?: 'url' | 'email';
  readonly pattern?: CmsPattern;
  readonly minlength?: number;
  readonly maxlength?: number;
  readonly default?: string;
  readonly use_emoji_autocomplete: false;
}

export interface CmsNumberField extends CmsFieldBase {
  readonly widget: 'number';
  readonly value_type: 'int' | 'float';
  readonly min?: number;
  readonly max?: number;
  readonly default?: number;
}

export interface CmsBooleanField extends CmsFieldBase {
  readonly widget: 'boolean';
}

export interface CmsDateField extends CmsFieldBase {
  readonly widget: 'datetime';
  readonly type: 'date';
  readonly format: 'YYYY-MM-DD';
}

export interface CmsSelectField extends CmsFieldBase {
  readonly widget: 'select';
  readonly options: readonly CmsOption[];
  readonly multiple?: true;
  readonly min?: number;
}

export interface CmsListField extends CmsFieldBase {
  readonly widget: 'list';
  readonly label_singular: string;
  readonly min?: number;
  /** Of lists of texts. */
  readonly field?: CmsField;
  /** Of lists of maps. */
  readonly fields?: readonly CmsField[];
  readonly summary?: string;
  readonly collapsed?: 'auto';
}

export interface CmsObjectField extends CmsFieldBase {
  readonly widget: 'object';
  readonly fields: readonly CmsField[];
  readonly collapsed?: 'auto';
}

export interface CmsKeyValueField extends CmsFieldBase {
  readonly widget: 'keyvalue';
}

export interface CmsMediaField extends CmsFieldBase {
  readonly widget: 'image' | 'file';
  readonly accept: string;
  readonly choose_url: false;
  readonly pattern?: CmsPattern;
}

/** Kept with the text, and not shown. */
export interface CmsHiddenField {
  readonly name: string;
  readonly label: string;
  readonly widget: 'hidden';
  readonly hint?: never;
  readonly required?: never;
  readonly i18n?: true;
}

/** Our own widgets (`CMS.registerWidget`). */
export interface CmsCustomField extends CmsFieldBase {
  readonly widget: 'passport-body' | 'passport-translation' | 'passport-lessons';
  /** Of `passport-lessons`: for each course the lessons that it can list. */
  readonly lessons?: Readonly<Record<string, readonly CmsOption[]>>;
}
