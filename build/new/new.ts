/**
 * New content: a course, a lesson, a material, a community, a page, a country, a translation or a patch.
 *
 * In: the content, and answers. Out: the files that would be written and the edits that would be made. Nothing here writes; what is
 * asked, and what is allowed, comes from the schemas and the vocabularies.
 */
import { countryForm } from './country-form.ts';
import { entryForm } from './entry-form.ts';
import type { Form, KindOfNew } from './form.ts';
import { patchForm } from './patch-form.ts';
import { translationForm } from './translation-form.ts';

export const formOf = (kind: KindOfNew): Form => forms[kind];

const forms: Readonly<Record<KindOfNew, Form>> = {
  course: entryForm('course'),
  lesson: entryForm('lesson'),
  material: entryForm('material'),
  group: entryForm('group'),
  page: entryForm('page'),
  country: countryForm,
  translation: translationForm,
  patch: patchForm,
};
