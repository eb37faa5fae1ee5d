/** A list of texts of one kind, which can be written, changed and removed there. */
import type { EntryKind } from '../../model/place.ts';
import { loadSchema } from '../../schema/schemas.ts';
import { mostOptions } from './choices.ts';
import type { CmsCollectionSlug, CmsEntryCollection, CmsField } from './cms-config.ts';
import type { Form } from './field-form.ts';
import { formatNameOf } from './formats.ts';
import { textFields } from './forms.ts';
import { idRule, oneOf } from './patterns.ts';

export interface TextCollection {
  readonly name: string;
  readonly label: string;
  readonly kind: EntryKind;
  /** Holds a folder for each text: `content/shared/materials`. */
  readonly folder: string;
  readonly description?: string;
  /** Of patches: the ids of the shared texts that can be changed. */
  readonly patched?: readonly string[];
}

/** Lists of lessons are as many as courses, and each carries the options of its fields. */
export const forLessons = (form: Form, courses: number): Form => ({
  ...form,
  mostOptions: Math.min(mostOptions, Math.floor(30_000 / Math.max(1, courses))),
});

export const icons: Readonly<Record<EntryKind, string>> = {
  course: 'school',
  lesson: 'menu_book',
  material: 'toys',
  group: 'groups',
  page: 'article',
};

export function textCollection(texts: TextCollection, form: Form): CmsEntryCollection {
  const { name, label, kind, folder, patched } = texts;
  const isPatch = patched !== undefined;
  const schema = loadSchema(kind);
  const title = schema.title ?? kind;
  const fields = textFields(kind, isPatch, { ...form, hasDefaults: !isPatch });
  const sortedBy = isPatch ? 'slug' : 'title';
  return {
    name,
    label,
    label_singular: isPatch ? `Change to a shared ${title.toLowerCase()}` : title,
    description: texts.description ?? schema.description ?? label,
    icon: isPatch ? 'edit_note' : icons[kind],
    folder,
    path: '{{slug}}/index',
    format: formatNameOf(kind, isPatch),
    // A picture lands beside its text, and its plain name is the value.
    media_folder: '',
    public_folder: '',
    i18n: true,
    ...(isPatch && { duplicate: false }),
    identifier_field: 'title',
    slug: isPatch ? patchSlug(kind, patched) : newSlug(form.firstLanguage),
    // A patch seldom has a title of its own.
    summary: isPatch ? '{{slug}}' : '{{title}}',
    sortable_fields: { fields: [sortedBy], default: { field: sortedBy } },
    thumbnail: pictureIn(fields) ?? false,
    fields,
  };
}

/**
 * The name of a new folder is made of its title where Sveltia writes the title with Latin letters. Of Kyrgyz, Tajik and Uzbek Cyrillic
 * it loses letters: "Жаңы көндүм" is `zha-y-k-nd-m`. There it is asked for.
 */
function newSlug(language = 'en'): CmsCollectionSlug {
  const isLatin = new Intl.Locale(language).maximize().script === 'Latn';
  return { ...(isLatin && { template: '{{title}}' }), editable: ['create'], hint: slugHint, pattern: idRule };
}

const slugHint =
  'The name of the folder and the end of the address, the same in every language: small Latin letters, digits and hyphens, such as treasure-bag. It cannot be changed later.';

function patchSlug(kind: EntryKind, ids: readonly string[]): CmsCollectionSlug {
  const some = ids.slice(0, mostNamed).join(', ');
  const more = ids.length > mostNamed ? ' …' : '';
  return {
    editable: ['create'],
    hint: `The end of the address of the shared ${kind} that is changed: ${some}${more}`,
    pattern: oneOf(ids, `No shared ${kind} has this name. Its name is the end of its address.`),
  };
}

const mostNamed = 12;

/** The way to the first picture: `image.src`. */
function pictureIn(fields: readonly CmsField[]): string | undefined {
  for (const field of fields) {
    if (field.widget === 'image') return field.name;
    const inner = field.widget === 'object' ? pictureIn(field.fields) : undefined;
    if (inner !== undefined) return `${field.name}.${inner}`;
  }
  return undefined;
}
