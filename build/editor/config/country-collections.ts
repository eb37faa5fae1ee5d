/** What one country has of its own, and its changes to what all share. */
import { folderOfKind } from '../../model/place.ts';
import { collectionOf } from '../editor-address.ts';
import type { CmsCollection, CmsEntryCollection, CmsOption } from './cms-config.ts';
import { byTitle, type EditorContent, type EditorCountry, topKinds } from './editor-content.ts';
import type { Form } from './field-form.ts';
import { fileOf, settingsCollection } from './settings-collection.ts';
import { divider, textCollections } from './shared-collections.ts';
import { forLessons, textCollection } from './text-collection.ts';

export function countryCollections(
  content: EditorContent,
  country: EditorCountry,
  form: Form,
): readonly CmsCollection[] {
  const { code, name } = country;
  const folder = `content/countries/${code}`;
  const patches = patchCollections(content, folder, form);
  const file = {
    kind: 'country',
    name: 'country',
    label: name,
    file: `countries/${code}/country.yml`,
    icon: 'flag',
  } as const;
  return [
    ...textCollections({ folder, courses: coursesOf(content, country) }, form),
    ...(patches.length > 0 ? [divider('changes'), ...patches] : []),
    divider('settings'),
    settingsCollection('settings', 'Settings', `What is true of the whole site of ${name}.`, [
      fileOf(file, form),
    ]),
  ];
}

/** Its own courses, and shared ones to which it has added lessons. */
function coursesOf({ shared }: EditorContent, { own }: EditorCountry): readonly CmsOption[] {
  const ids = new Set(own.course.map(({ value }) => value));
  const withLessons = shared.course.filter(
    ({ value }) => !ids.has(value) && (own.lessons[String(value)]?.length ?? 0) > 0,
  );
  return byTitle([...own.course, ...withLessons]);
}

/** A list for each kind and each course that has anything to change. */
function patchCollections(
  { shared }: EditorContent,
  folder: string,
  form: Form,
): readonly CmsEntryCollection[] {
  const tops = topKinds.flatMap((kind) => {
    const name = folderOfKind[kind];
    const texts = {
      name: collectionOf({ entry: kind, patch: true }),
      label: `Changes: ${name}`,
      kind,
      folder: `${folder}/${name}`,
    };
    return patchesOf(texts, shared[kind], form);
  });
  const lessons = shared.course.flatMap(({ value: course, label }) =>
    patchesOf(
      {
        name: collectionOf({ entry: 'lesson', course: String(course), patch: true }),
        label: `Changes: lessons of ${label}`,
        kind: 'lesson',
        folder: `${folder}/courses/${course}`,
      },
      shared.lessons[String(course)] ?? [],
      forLessons(form, shared.course.length),
    ),
  );
  return [...tops, ...lessons];
}

const patchesOf = (
  texts: Parameters<typeof textCollection>[0],
  shared: readonly CmsOption[],
  form: Form,
): readonly CmsEntryCollection[] =>
  shared.length === 0
    ? []
    : [
        textCollection(
          {
            ...texts,
            description:
              'What the country says otherwise: only fields that are filled in here take the place of the shared ones.',
            patched: shared.map(({ value }) => String(value)),
          },
          form,
        ),
      ];
