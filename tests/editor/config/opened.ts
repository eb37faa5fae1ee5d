/** Configurations to look into: of the project's own content, and of small ones. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type {
  CmsCollection,
  CmsEntryCollection,
  CmsField,
  CmsFile,
} from '../../../build/editor/config/cms-config.ts';
import {
  type CmsConfig,
  type EditorBackend,
  type EditorContent,
  editorConfig,
  editorContentOf,
} from '../../../build/editor/config/editor-config.ts';
import type { Catalogue } from '../../../build/model/catalogue.ts';
import type { Scope } from '../../../build/model/place.ts';
import { checkContent } from '../../../build/pipeline.ts';
import { contentFolder } from '../../support/content.ts';

export const backend: EditorBackend = { name: 'gitea', repo: 'local/content', branch: 'content' };

/** The catalogue of the project's own content; looked through once. */
export const ownCatalogue = once(async () => {
  const { catalogue } = await checkContent({ contentFolder: 'content', drafts: true });
  return catalogue;
});

export const scopesOf = ({ countries }: Pick<Catalogue, 'countries'>): Scope[] => [
  'shared',
  ...countries.map(({ code }) => code),
];

/** What the editor has to know of the minimal content with some files changed. */
export async function contentWith(
  files: Readonly<Record<string, string | null>> = {},
): Promise<EditorContent> {
  const { catalogue } = await checkContent({ contentFolder: await contentFolder(files), drafts: true });
  return editorContentOf(catalogue);
}

export const configOf = (content: EditorContent, scope: string = 'shared'): CmsConfig =>
  editorConfig({ content, backend, scope: scope as Scope });

export const collectionNames = ({ collections }: CmsConfig): string[] => collections.map(({ name }) => name);

const isTexts = (collection: CmsCollection): collection is CmsEntryCollection => 'folder' in collection;

export const textCollections = ({ collections }: CmsConfig): CmsEntryCollection[] =>
  collections.filter(isTexts);

export function textCollection(config: CmsConfig, name: string): CmsEntryCollection {
  const found = textCollections(config).find((collection) => collection.name === name);
  if (found === undefined) throw new Error(`no "${name}" among ${collectionNames(config).join(', ')}`);
  return found;
}

export const filesOf = ({ collections }: CmsConfig): CmsFile[] =>
  collections.flatMap((collection) => ('files' in collection ? collection.files : []));

/** Every field of a form, those inside others as well, with the way to it: `image.src`, `alignments[].code`. */
export function allFields(fields: readonly CmsField[], path = ''): { path: string; field: CmsField }[] {
  return fields.flatMap((field) => {
    const own = { path: `${path}${field.name}`, field };
    if (field.widget === 'object') return [own, ...allFields(field.fields, `${own.path}.`)];
    if (field.widget !== 'list') return [own];
    if (field.fields !== undefined) return [own, ...allFields(field.fields, `${own.path}[].`)];
    return [own, ...(field.field === undefined ? [] : allFields([field.field], `${own.path}[].`))];
  });
}

/** The faults that Sveltia's own schema finds; none where it takes the configuration. */
export function schemaFaults(config: CmsConfig): string[] {
  const validate = validator();
  if (validate(JSON.parse(JSON.stringify(config)))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const validator = once(() => {
  const file = new URL('../../../node_modules/@sveltia/cms/schema/sveltia-cms.json', import.meta.url);
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
});

/** As Sveltia reads an expression between slashes. */
export function expression(text: string): RegExp {
  const { pattern, flags } = /^\/(?<pattern>.+)\/(?<flags>[dgimsuy]*)$/s.exec(text)?.groups ?? {};
  if (pattern === undefined) throw new Error(`${text} does not stand between slashes`);
  return new RegExp(pattern, flags);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
