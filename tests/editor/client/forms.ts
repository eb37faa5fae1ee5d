/**
 * Forms as the editor fills them from files of the minimal content.
 */
import { fromJS, isMap } from 'immutable';
import type { EditorContext } from '../../../build/editor/client/editor-context.ts';
import type { EntryCollection, OpenEntry } from '../../../build/editor/client/entry-form.ts';
import type { ImmutableMap } from '../../../build/editor/client/immutable-map.ts';
import { type FormValues, sourceFormat } from '../../../build/editor/client/source-format.ts';
import { editorFacts } from '../../../build/editor/collect-facts.ts';
import type { EditorFacts } from '../../../build/editor/facts.ts';
import { textSchema } from '../../../build/format/fields-form.ts';
import { toSourcePath } from '../../../build/model/paths.ts';
import type { EntryKind } from '../../../build/model/place.ts';
import type { CheckedContent } from '../../../build/pipeline.ts';
import type { Locale } from '../../../schemas/brands.ts';
import { check, minimalContent } from '../../support/content.ts';

export const en = 'en' as Locale;
export const ru = 'ru' as Locale;

const collection = (folder: string, entry: EntryKind, isPatch = false): EntryCollection => ({
  folder: toSourcePath(folder),
  isPatch,
  format: sourceFormat(textSchema({ entry }), 'front-matter'),
});

export const lists = {
  courses: collection('shared/courses', 'course'),
  'lessons-play': collection('shared/courses/play', 'lesson'),
  materials: collection('shared/materials', 'material'),
  pages: collection('shared/pages', 'page'),
  'kg-materials': collection('countries/kg/materials', 'material'),
  'changes-materials': collection('countries/kg/materials', 'material', true),
  'changes-lessons-play': collection('countries/kg/courses/play', 'lesson', true),
} as const;

export type ListName = keyof typeof lists;

/** Of a content, as the page of the editor gets them: by way of JSON. */
export const sentFacts = (content: CheckedContent): EditorFacts =>
  JSON.parse(JSON.stringify(editorFacts(content))) as EditorFacts;

/** Of the minimal content with some files changed. */
export const factsOf = async (files: Parameters<typeof check>[0] = {}): Promise<EditorFacts> =>
  sentFacts(await check(files));

/** The form of a text of the minimal content: `shared/materials/bag/index.en.md`. */
export const formOfFile = (list: ListName, file: string, files = minimalContent): FormValues =>
  lists[list].format.fromFile(String(files[file]).trim());

/** @param values by language */
export const entryOf = (
  list: ListName,
  slug: string,
  values: Readonly<Record<string, FormValues>>,
): OpenEntry => ({
  collection: lists[list],
  slug,
  values: new Map(Object.entries(values) as [Locale, FormValues][]),
});

export const contextOfEditor = (facts: EditorFacts): EditorContext => ({
  facts,
  collections: new Map(Object.entries(lists)),
});

/** An entry as Sveltia hands it out: `data` of the first language, `i18n` of the others. */
export function sveltiaEntry(
  list: string,
  slug: string,
  data: FormValues | undefined,
  others: Readonly<Record<string, FormValues | undefined>> = {},
): ImmutableMap {
  const i18n = Object.fromEntries(Object.entries(others).map(([tag, values]) => [tag, { data: values }]));
  const map: unknown = fromJS({ collection: list, slug, data, i18n, path: 'x', newRecord: false });
  if (!isMap(map)) throw new TypeError('no map');
  return map as ImmutableMap;
}
