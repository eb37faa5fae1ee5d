import { isContentId } from '../../schemas/brands.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Catalogue, FieldReference, Text } from '../model/catalogue.ts';
import type { EntryKind } from '../model/place.ts';
import type { TargetIndex } from './index-targets.ts';

type Alignment = NonNullable<Text['fields']['alignments']>[number];

/** Checks the ids of other entries, and the codes of frameworks, that fields name. */
export function checkFieldReferences(text: Text, targets: TargetIndex, catalogue: Catalogue): Diagnostic[] {
  return [
    ...text.references.flatMap((reference) => checkReference(reference, text, targets, catalogue)),
    ...checkAlignmentCodes(text, catalogue),
  ];
}

const noun: Readonly<Record<string, string>> = {
  lesson: 'lesson',
  course: 'course',
  material: 'material',
  group: 'group',
  framework: 'framework',
};

function checkReference(
  reference: FieldReference,
  text: Text,
  targets: TargetIndex,
  catalogue: Catalogue,
): Diagnostic[] {
  const { kind, id, pointer } = reference;
  const course = kind === 'lesson' ? text.place.id : undefined;
  const exists =
    kind === 'framework' ? catalogue.frameworks.has(id) : targets.hasId(id, kind as EntryKind, course);
  if (exists) {
    const isItself = id === text.place.id && kind === text.place.entry && pointer[0] !== 'prerequisites';
    return isItself
      ? [fault(text, pointer, 'reference/self', `the ${kind} "${id}" names itself`, 'remove the line')]
      : [];
  }
  const known =
    kind === 'framework' ? [...catalogue.frameworks.keys()] : targets.ids(kind as EntryKind, course);
  const where = kind === 'lesson' ? ` in the course "${text.place.id}"` : '';
  const hint = didYouMean(plainId(id), known) ?? whatToDo(reference, text, known);
  return [
    fault(text, pointer, `reference/${kind}`, `there is no ${noun[kind] ?? kind} "${id}"${where}`, hint),
  ];
}

/** `../first`, `shared/materials/bag/`: a path in place of an id. */
const plainId = (id: string): string => id.split('/').findLast((part) => part !== '') ?? id;

function whatToDo({ kind, id }: FieldReference, text: Text, known: readonly string[]): string {
  if (!isContentId(id)) return 'write the name of its folder alone: small Latin letters, digits and hyphens';
  if (kind === 'lesson') return `add the folder "${id}" to the course, or remove the line`;
  if (kind === 'framework') return `add content/taxonomy/frameworks/${id}.yml, or remove the line`;
  if (known.length > 0 && known.length <= 10) return `write one of: ${known.join(', ')}`;
  return `add the folder content/${text.place.scope === 'shared' ? 'shared' : `countries/${text.place.scope}`}/${kind}s/${id}/, or remove it here`;
}

function checkAlignmentCodes(text: Text, catalogue: Catalogue): Diagnostic[] {
  const { alignments } = text.fields;
  // The fields of a faulty text may have any shape.
  return (Array.isArray(alignments) ? alignments : []).flatMap(
    (alignment: Partial<Alignment> | null, index) => {
      const { framework, code } = alignment ?? {};
      const codes = catalogue.frameworks.get(String(framework))?.codes.map((entry) => entry.code) ?? [];
      if (typeof code !== 'string' || codes.length === 0 || codes.includes(code)) return [];
      return [
        fault(
          text,
          ['alignments', index, 'code'],
          'reference/alignment',
          `the framework "${framework}" has no code "${code}"`,
          didYouMean(code, codes) ??
            `its codes are: ${codes.slice(0, 10).join(', ')}${codes.length > 10 ? ' …' : ''}`,
        ),
      ];
    },
  );
}

function fault(
  text: Text,
  pointer: FieldReference['pointer'],
  code: string,
  message: string,
  hint: string,
): Diagnostic {
  return {
    code,
    severity: 'error',
    file: text.path,
    ...text.positions.value(pointer),
    message,
    hint,
  };
}
