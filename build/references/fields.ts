import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Catalogue, FieldReference, Text } from '../model/catalogue.ts';
import type { EntryKind } from '../model/place.ts';
import type { TargetIndex } from './index-targets.ts';

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
  const known =
    kind === 'framework'
      ? [...catalogue.frameworks.keys()]
      : targets.ids(kind as EntryKind, kind === 'lesson' ? text.place.id : undefined);
  if (known.includes(id)) return [];
  const where = kind === 'lesson' ? ` in the course "${text.place.id}"` : '';
  const hint =
    didYouMean(id, known) ??
    (kind === 'lesson' ? `add the folder "${id}" to the course, or remove the line` : undefined);
  return [
    fault(text, pointer, `reference/${kind}`, `there is no ${noun[kind] ?? kind} "${id}"${where}`, hint),
  ];
}

function checkAlignmentCodes(text: Text, catalogue: Catalogue): Diagnostic[] {
  const alignments = Array.isArray(text.fields.alignments) ? text.fields.alignments : [];
  return alignments.flatMap(({ framework, code }, index) => {
    const codes = catalogue.frameworks.get(framework)?.codes.map((entry) => entry.code);
    if (codes === undefined || codes.includes(code)) return [];
    return [
      fault(
        text,
        ['alignments', index, 'code'],
        'reference/alignment',
        `the framework "${framework}" has no code "${code}"`,
        didYouMean(code, codes) ?? `its codes are: ${codes.join(', ')}`,
      ),
    ];
  });
}

function fault(
  text: Text,
  pointer: FieldReference['pointer'],
  code: string,
  message: string,
  hint?: string,
): Diagnostic {
  return {
    code,
    severity: 'error',
    file: text.path,
    ...text.positions.value(pointer),
    message,
    ...(hint !== undefined && { hint }),
  };
}
