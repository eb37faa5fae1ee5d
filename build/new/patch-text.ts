/**
 * The text of a new patch, and what it begins with.
 */
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { Fields, Folder, Text } from '../model/catalogue.ts';
import type { Data, Value } from '../model/document.ts';
import { basisOf } from '../model/overlay-basis.ts';
import type { SourcePath } from '../model/paths.ts';
import { folderAt, targetOf } from '../model/place.ts';
import { overlayFields } from '../resolve/overlay.ts';
import { isTranslatable } from '../schema/derived-schemas.ts';
import { loadSchema } from '../schema/schemas.ts';
import { splitAnswer } from './fields.ts';
import type { Answers } from './form.ts';
import { type FieldToWrite, inOrder, writeText } from './front-matter.ts';
import { answerOf } from './problems.ts';

/** A shared text, and what the country has of it so far. */
export interface Subject {
  readonly shared: Folder;
  readonly original: Text;
  readonly country: CountryCode;
  readonly own: Folder | undefined;
}

/** Where the patch of a language lies. */
export const patchPath = ({ shared, country }: Subject, tag: string): SourcePath =>
  `${folderAt(country, targetOf(shared))}/index.${tag}.patch.md` as SourcePath;

/** The fields that change, with the values that they have now; all others as remarks. */
export function patchText(subject: Subject, answers: Answers): string {
  const { shared, original } = subject;
  const tag = answerOf(answers, 'lang') as Locale;
  const schema = loadSchema(shared.entry);
  const basis = basisOf(shared, tag) ?? original;
  const isForeign = !shared.texts.has(tag);
  const wanted = splitAnswer(answerOf(answers, 'fields'));
  const fields = currentFields(subject, tag)
    .filter(([name]) => isChangeable(name))
    .map(([name, value]): FieldToWrite => {
      const field = schema.properties?.[name];
      const isOff = !wanted.includes(name) && !(isForeign && field !== undefined && isTranslatable(field));
      return { name, value, isOff, ...(!isOff && { remark: field?.description }) };
    });
  const hasBody = isForeign || answers.get('body') === 'yes';
  return writeText(
    [
      ...fields.filter(({ isOff }) => !isOff),
      { name: 'status', value: 'draft', remark: schema.properties?.status?.description },
      ...(hasBody ? translationOf(basis, tag) : []),
      { name: 'basedOn', value: basis.contentHash },
      ...withHeading(fields.filter(({ isOff }) => isOff)),
    ],
    [],
    hasBody ? basis.body : '',
  );
}

/** A text of the country's own says itself where it comes from. */
function translationOf(basis: Text, tag: Locale): readonly FieldToWrite[] {
  if (basis.place.locale !== tag)
    return [{ name: 'translation', value: { of: basis.place.locale, by: 'human', reviewed: false } }];
  const { translation } = basis.fields;
  if (translation === undefined) return [];
  const { of, by, reviewed } = translation;
  return [{ name: 'translation', value: { of, by, reviewed } }];
}

const withHeading = (off: readonly FieldToWrite[]): readonly FieldToWrite[] =>
  off.map((field, index) =>
    index === 0
      ? { ...field, remark: 'The shared text also has what follows. Take the # away to change it here.' }
      : field,
  );

/** Who says nothing of the state of a text leaves it as it is. */
export const isChangeable = (name: string): boolean => !['status', 'translation', 'basedOn'].includes(name);

/** What readers of this language get now. Two patches of a country must not contradict each other in what is not language. */
export function currentFields(
  { shared, original, own }: Subject,
  tag: Locale,
): readonly (readonly [string, Value])[] {
  const schema = loadSchema(shared.entry);
  const text = shared.texts.get(tag) ?? original;
  const common = [...(own?.patches.values() ?? [])].reduce<Fields>(
    (fields, patch) => overlayFields(fields, patch.fields, shared.entry, 'common'),
    original.fields,
  );
  const fields = overlayFields(common, text.fields, shared.entry, 'language') as Data;
  return inOrder(fields, schema).filter(([name]) => name in (schema.properties ?? {}));
}
