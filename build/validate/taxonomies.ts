import type { Taxonomy } from '../../schemas/types.generated.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Data, Document } from '../model/document.ts';
import type { Schema } from '../schema/schemas.ts';
import { leavesOf } from '../schema/walk.ts';
import { nameOf } from './check-fields.ts';

/** Checks every field that takes a term of a vocabulary. */
export function checkTerms(
  document: Document,
  data: Data,
  schema: Schema,
  taxonomies: ReadonlyMap<string, Taxonomy>,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { schema: field, value, pointer } of leavesOf(schema, data)) {
    const kind = field['x-taxonomy'];
    if (kind === undefined) continue;
    const terms = taxonomies.get(kind)?.terms.map((term) => term.id) ?? [];
    if (terms.includes(value)) continue;
    const name = nameOf(pointer);
    const message =
      terms.length > 0
        ? `${name}: "${value}" is not one of: ${terms.join(', ')}`
        : `${name}: there is no vocabulary of the kind "${kind}" in content/taxonomy/`;
    const hint = didYouMean(value, terms);
    diagnostics.push({
      code: 'front-matter/enum',
      severity: 'error',
      file: document.path,
      ...document.positions.value(pointer),
      message,
      ...(hint !== undefined && { hint }),
    });
  }
  return diagnostics;
}
