/**
 * The vocabularies, and every field that takes a term of one.
 */
import type { Taxonomy } from '../../schemas/types.generated.ts';
import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Document } from '../model/document.ts';
import { loadSchema, type Schema, schemaNames } from '../schema/schemas.ts';
import type { Leaf } from '../schema/walk.ts';
import { nameOf } from './check-fields.ts';

export interface Vocabularies {
  /** By the kind that schemas name. */
  readonly taxonomies: ReadonlyMap<string, Taxonomy>;
  /** Kinds whose file is faulty: which terms they have is not known. */
  readonly lost: { has(kind: string): boolean };
}

/** Checks every field that takes a term of a vocabulary. */
export function checkTerms(
  document: Document,
  leaves: readonly Leaf[],
  taxonomies: Vocabularies['taxonomies'],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { schema: field, value, pointer } of leaves) {
    const kind = field['x-taxonomy'];
    const terms = kind === undefined ? undefined : taxonomies.get(kind)?.terms.map((term) => term.id);
    if (kind === undefined || terms === undefined || terms.includes(value) || value.trim() === '') continue;
    const message = `${nameOf(pointer)}: "${shorten(value)}" is not one of: ${terms.join(', ')}`;
    const hint =
      didYouMean(value, terms) ?? 'write one of them, or add the term to its file in content/taxonomy/';
    diagnostics.push({
      code: 'front-matter/enum',
      severity: 'error',
      file: document.path,
      ...document.positions.value(pointer),
      message,
      hint,
    });
  }
  return diagnostics;
}

const shorten = (value: string): string =>
  value.length > 60 ? `${value.slice(0, 60).toWellFormed()}…` : value;

/** Reports each vocabulary that schemas name and no file is, once. */
export function checkVocabulariesExist({ taxonomies, lost }: Vocabularies): Diagnostic[] {
  return kindsOfSchemas()
    .filter((kind) => !taxonomies.has(kind) && !lost.has(kind))
    .map((kind) => ({
      code: 'taxonomy/missing',
      severity: 'error',
      file: `taxonomy/${kind}s.yml`,
      ...startOfFile,
      message: `the vocabulary "${kind}" is missing: no file in content/taxonomy/ says "kind: ${kind}"`,
      hint: `add the file with "kind: ${kind}" and its terms`,
    }));
}

/** Checks what a schema cannot say of a vocabulary, and adds it. */
export function addTaxonomy(
  taxonomies: Map<string, Taxonomy>,
  taxonomy: Taxonomy,
  document: Document,
): Diagnostic[] {
  const fault = (pointer: (string | number)[], code: string, message: string, hint: string): Diagnostic => ({
    code: `taxonomy/${code}`,
    severity: 'error',
    file: document.path,
    ...document.positions.value(pointer),
    message,
    hint,
  });
  const twins = checkTwins(
    taxonomy.terms.map(({ id }) => id),
    'terms',
    document,
  );
  const kinds = kindsOfSchemas();
  if (!kinds.includes(taxonomy.kind))
    return [
      ...twins,
      fault(
        ['kind'],
        'kind',
        `kind: no field takes terms of a vocabulary "${taxonomy.kind}"`,
        didYouMean(taxonomy.kind, kinds) ?? `the vocabularies are: ${kinds.join(', ')}`,
      ),
    ];
  if (taxonomies.has(taxonomy.kind))
    return [
      ...twins,
      fault(
        ['kind'],
        'duplicate',
        `another file already is the vocabulary "${taxonomy.kind}"`,
        'put all terms into one file',
      ),
    ];
  taxonomies.set(taxonomy.kind, taxonomy);
  return twins;
}

/** What a list of a settings file is made of. */
const parts = {
  terms: { key: 'id', word: 'term' },
  codes: { key: 'code', word: 'code' },
} as const;

/** Reports each term of a vocabulary or the glossary, and each code of a framework, that stands there already. */
export function checkTwins(
  names: readonly string[],
  list: keyof typeof parts,
  document: Document,
): Diagnostic[] {
  const { key, word } = parts[list];
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [
          {
            code: 'taxonomy/duplicate',
            severity: 'error' as const,
            file: document.path,
            ...document.positions.value([list, index, key]),
            message: `the ${word} "${name}" stands here twice`,
            hint: 'remove one of them',
          },
        ]
      : [],
  );
}

let kinds: readonly string[] | undefined;

function kindsOfSchemas(): readonly string[] {
  kinds ??= [...new Set(schemaNames.flatMap((name) => kindsIn(loadSchema(name))))].toSorted();
  return kinds;
}

function kindsIn(schema: Schema): string[] {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items === undefined ? [] : [schema.items]),
    ...(schema.anyOf ?? []),
  ];
  return [...(schema['x-taxonomy'] === undefined ? [] : [schema['x-taxonomy']]), ...inner.flatMap(kindsIn)];
}
