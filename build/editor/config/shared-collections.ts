/** What all countries share: their texts, the vocabularies, and what is true of the whole catalogue. */
import { folderOfKind } from '../../model/place.ts';
import { collectionOf } from '../editor-address.ts';
import type { CmsCollection, CmsDivider, CmsEntryCollection } from './cms-config.ts';
import type { EditorContent, EditorEntries } from './editor-content.ts';
import type { Form } from './field-form.ts';
import { fileOf, settingsCollection } from './settings-collection.ts';
import { forLessons, textCollection } from './text-collection.ts';
import { wordsOf } from './words.ts';

export function sharedCollections(content: EditorContent, form: Form): readonly CmsCollection[] {
  const { shared, taxonomies, hasGlossary, frameworks } = content;
  const folder = 'content/shared';
  return [
    ...textCollections({ folder, courses: shared.course }, form),
    divider('settings'),
    settingsCollection('settings', 'Settings', 'What is true of the whole catalogue.', [
      fileOf({ kind: 'site', name: 'site', label: 'Site', file: 'site.yml', icon: 'public' }, form),
      ...taxonomies.map(({ kind, file }) =>
        fileOf(
          {
            kind: 'taxonomy',
            name: `taxonomy-${kind}`,
            label: `Vocabulary: ${wordsOf(kind)}`,
            file,
            icon: 'sell',
          },
          form,
        ),
      ),
      ...(hasGlossary ? [fileOf(glossary, form)] : []),
      ...frameworks.map(({ value, label }) =>
        fileOf(
          {
            kind: 'framework',
            name: `framework-${value}`,
            label: `Framework: ${label}`,
            file: `taxonomy/frameworks/${value}.yml`,
            icon: 'account_tree',
          },
          form,
        ),
      ),
    ]),
  ];
}

const glossary = {
  kind: 'glossary',
  name: 'glossary',
  label: 'Glossary',
  file: 'taxonomy/glossary.yml',
  icon: 'translate',
} as const;

export interface OwnTexts {
  readonly folder: string;
  /** Those that get a list of lessons: ids with titles. */
  readonly courses: EditorEntries['course'];
}

/** Courses with their lessons, then what stands by itself. */
export function textCollections({ folder, courses }: OwnTexts, form: Form): readonly CmsCollection[] {
  const top = (kind: keyof typeof folderOfKind): CmsEntryCollection => {
    const name = folderOfKind[kind];
    return textCollection(
      {
        name: collectionOf({ entry: kind, patch: false }),
        label: wordsOf(name),
        kind,
        folder: `${folder}/${name}`,
      },
      form,
    );
  };
  return [
    top('course'),
    ...courses.map(({ value: course, label }) =>
      textCollection(
        {
          name: collectionOf({ entry: 'lesson', course: String(course), patch: false }),
          label: `Lessons: ${label}`,
          kind: 'lesson',
          folder: `${folder}/courses/${course}`,
        },
        forLessons(form, courses.length),
      ),
    ),
    divider('texts'),
    top('material'),
    top('group'),
    top('page'),
  ];
}

export const divider = (name: string): CmsDivider => ({ name: `before-${name}`, divider: true });
