/**
 * The program of `/admin/`: Sveltia CMS with our files, our checks and our renderer.
 */
import CMS from '@sveltia/cms';
import type { Locale } from '../../../schemas/brands.ts';
import { toSourcePath } from '../../model/paths.ts';
import type { EditorPageData } from '../page-data.ts';
import { withoutBlank } from './blank-language.ts';
import { bodyControl } from './body-control.client.ts';
import type { EditorContext } from './editor-context.ts';
import type { EntryCollection } from './entry-form.ts';
import { formOf } from './form-of-format.ts';
import { hastenClones } from './hasten-clones.client.ts';
import type { ImmutableMap } from './immutable-map.ts';
import { lessonsControl } from './lessons-control.client.ts';
import { previewOf } from './preview.client.ts';
import { guardSave } from './save-guard.ts';
import { sourceFormat } from './source-format.ts';
import { translationControl } from './translation-control.client.ts';

const data = JSON.parse(document.getElementById('editor')?.textContent ?? '') as EditorPageData;
const { config, facts, formats, token } = data;

const byName = new Map(
  formats.map((format) => {
    const { schema, holder } = formOf(format);
    return [format.name, { ...format, ...sourceFormat(schema, holder) }] as const;
  }),
);
const collections = new Map<string, EntryCollection>(
  config.collections.flatMap((collection) => {
    const format = 'folder' in collection ? byName.get(collection.format) : undefined;
    if (format === undefined || !('folder' in collection)) return [];
    const folder = toSourcePath(collection.folder.replace(/^content\//, ''));
    return [[collection.name, { folder, isPatch: format.role === 'patch', format }] as const];
  }),
);
const context: EditorContext = { facts, collections, previewUrl: data.previewUrl };

// The page was made for whoever started `npm start` on this computer: she is signed in.
if (token !== undefined)
  localStorage.setItem('sveltia-cms.user', JSON.stringify({ backendName: config.backend.name, token }));

hastenClones();
for (const { name, extension, fromFile, toFile } of byName.values())
  CMS.registerCustomFormat(name, extension, { fromFile, toFile });
CMS.registerFieldType('passport-body', bodyControl(context) as never);
CMS.registerFieldType('passport-lessons', lessonsControl() as never);
CMS.registerFieldType('passport-translation', translationControl(context) as never);
CMS.registerPreviewStyle(data.styleSheet);
for (const name of collections.keys()) CMS.registerPreviewTemplate(name, previewOf(context) as never);
CMS.registerEventListener({
  name: 'preSave',
  handler: ((event: { readonly entry: ImmutableMap }) =>
    guardSave(event, config.i18n.default_locale as Locale, context)) as never,
});
Object.assign(window, { switchOffBlankLanguages: withoutBlank });
void CMS.init({ config: config as never });
