import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Catalogue, CountryDocument } from '../model/catalogue.ts';
import { type EntryKind, folderOfKind } from '../model/place.ts';
import type { TargetIndex } from './index-targets.ts';

/** Checks the ids that a country includes and excludes. */
export function checkSelections(catalogue: Catalogue, targets: TargetIndex): Diagnostic[] {
  return catalogue.countries.flatMap((country) =>
    (['include', 'exclude'] as const).flatMap((field) => checkSelection(country, field, targets)),
  );
}

function checkSelection(
  { country, document }: CountryDocument,
  field: 'include' | 'exclude',
  targets: TargetIndex,
): Diagnostic[] {
  return Object.entries(folderOfKind).flatMap(([kind, folder]) => {
    const selection = country[field]?.[folder];
    const ids = Array.isArray(selection) ? selection : (selection?.ids ?? []);
    const pointer = Array.isArray(selection) ? [field, folder] : [field, folder, 'ids'];
    const known = targets.ids(kind as EntryKind);
    return ids.flatMap((id, index) => {
      if (known.includes(id)) return [];
      const hint =
        didYouMean(id, known) ??
        (known.length > 0 && known.length <= 10
          ? `write one of: ${known.join(', ')}`
          : 'remove it, or correct it to the name of a folder');
      const range = document.positions.value([...pointer, index]);
      return [
        {
          code: `reference/${kind}`,
          severity: 'error' as const,
          file: document.path,
          ...range,
          message: `${field}.${folder}: there is no ${kind} "${id}"`,
          hint,
        },
      ];
    });
  });
}
