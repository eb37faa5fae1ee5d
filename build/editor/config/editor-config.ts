/**
 * The configuration of the editor (Sveltia CMS), made of the schemas and of the content.
 *
 * In: what the editor has to know of the content, and where it saves to. Out: plain JSON. A new field needs only its schema. What no
 * form shows is kept when the rest is saved: the formats (`formats.ts`) change only what was edited.
 */
import type { Scope } from '../../model/place.ts';
import { type EditorBackend, publishModeOf } from './backend.ts';
import { choicesOf, mostOptions } from './choices.ts';
import type { CmsConfig } from './cms-config.ts';
import { countryCollections } from './country-collections.ts';
import { countryOf, type EditorContent } from './editor-content.ts';
import type { Form } from './field-form.ts';
import { sharedCollections } from './shared-collections.ts';

export { type EditorBackend, editorBackendOf } from './backend.ts';
export type { CmsConfig } from './cms-config.ts';
export { type EditorContent, editorContentOf } from './editor-content.ts';
export { type EditorFormat, editorFormats } from './formats.ts';

export interface EditorConfigOptions {
  readonly content: EditorContent;
  readonly backend: EditorBackend;
  /** What all countries share, or what one has of its own. */
  readonly scope?: Scope;
}

/** @throws EnvironmentError when a schema is broken; TypeError for a country that is none */
export function editorConfig(options: EditorConfigOptions): CmsConfig {
  const { content, backend, scope = 'shared' } = options;
  const country = countryOf(content, scope);
  const { sourceLanguage, languages } = country ?? content;
  const form: Form = {
    choices: choicesOf(content, scope),
    languages,
    firstLanguage: sourceLanguage,
    mostOptions,
    hasDefaults: true,
  };
  const folder = country === undefined ? 'content/shared' : `content/countries/${country.code}`;
  return {
    load_config_file: false,
    app_title: country === undefined ? content.name : `${content.name}: ${country.name}`,
    backend,
    publish_mode: publishModeOf(backend),
    // Sveltia wants a folder for pictures of no text. Ours all lie beside their texts (`media_folder` of the collections).
    media_folder: folder,
    public_folder: '/',
    media_libraries: { default: { config: { slugify_filename: true } }, stock_assets: false },
    show_preview_links: false,
    slug: { encoding: 'ascii', clean_accents: true, maxlength: 60 },
    i18n: {
      structure: 'multiple_files',
      locales: languages,
      default_locale: sourceLanguage,
      // No empty files of other languages appear.
      initial_locales: 'default',
    },
    editor: { preview: true },
    output: { omit_empty_optional_fields: true },
    collections:
      country === undefined ? sharedCollections(content, form) : countryCollections(content, country, form),
  };
}
