import type { Country } from '../../schemas/types.generated.ts';
import type { Entry } from '../model/edition.ts';
import { folderOfKind } from '../model/place.ts';

/** Whether a country publishes an entry: its module is on, and `include` and `exclude` let it through. */
export function isSelected(entry: Entry, country: Country): boolean {
  const kind = entry.entry === 'lesson' ? 'course' : entry.entry;
  if (moduleOf[kind] !== undefined && country.modules?.[moduleOf[kind]] === false) return false;
  if (entry.entry === 'lesson' || entry.origin === 'own' || entry.origin === 'replaced') return true;
  const folder = folderOfKind[kind];
  const { [folder]: include } = country.include ?? {};
  const { [folder]: exclude } = country.exclude ?? {};
  return (include === undefined || fits(entry, include)) && !(exclude !== undefined && fits(entry, exclude));
}

const moduleOf: Partial<Record<keyof typeof folderOfKind, 'courses' | 'materials' | 'community'>> = {
  course: 'courses',
  material: 'materials',
  group: 'community',
};

type Selection = NonNullable<NonNullable<Country['include']>['courses']>;

function fits(entry: Entry, selection: Selection): boolean {
  if (Array.isArray(selection)) return selection.includes(entry.id);
  const { ids, ...terms } = selection;
  if (ids?.includes(entry.id)) return true;
  return Object.entries(terms).some(([field, wanted]) => {
    const value = [(entry.fields as Readonly<Record<string, unknown>>)[field] ?? []].flat();
    return wanted.some((term) => value.includes(term));
  });
}
