import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Catalogue, Folder, Text } from '../model/catalogue.ts';
import { targetOf } from '../model/place.ts';
import { isTranslatable } from '../schema/derived-schemas.ts';
import { loadSchema } from '../schema/schemas.ts';
import { sharedPath } from './files.ts';
import type { TargetIndex } from './index-targets.ts';

/** Checks that patches lie over something, and translations beside what they translate. */
export function checkOverlays(catalogue: Catalogue, targets: TargetIndex): Diagnostic[] {
  return [...catalogue.folders.values()].flatMap((folder) => [
    ...checkPatches(folder, catalogue, targets),
    ...checkTranslations(folder),
  ]);
}

function checkPatches(folder: Folder, catalogue: Catalogue, targets: TargetIndex): Diagnostic[] {
  const patches = [...folder.patches.values()];
  if (patches.length === 0) return [];
  if (folder.scope === 'shared')
    return patches.map((patch) =>
      fault(
        patch,
        'overlay/shared',
        'is a patch inside shared/; only countries patch',
        'change the shared text itself',
      ),
    );
  if (folder.texts.size > 0)
    return patches.map((patch) =>
      fault(
        patch,
        'overlay/replaced',
        `has no effect: this folder replaces the shared ${folder.entry} wholly`,
        `make the change in "index.${patch.place.locale}.md"`,
      ),
    );
  const shared = catalogue.folders.get(sharedPath(folder));
  if (shared === undefined || shared.texts.size === 0) {
    if (targets.has(targetOf(folder))) return [];
    const hint =
      didYouMean(folder.id, targets.ids(folder.entry, folder.course)) ??
      `name it "index.${patches[0]?.place.locale}.md" if the ${folder.entry} is the country's own`;
    return patches.map((patch) =>
      fault(
        patch,
        'overlay/no-base',
        `is a patch, but there is no shared ${folder.entry} "${folder.id}"`,
        hint,
      ),
    );
  }
  const textless = patches.filter(
    (patch) =>
      !shared.texts.has(patch.place.locale) &&
      patch.body.trim() === '' &&
      Object.keys(patch.fields).some((field) => isLanguage(folder, field)),
  );
  return [
    ...textless.map((patch) =>
      fault(
        patch,
        'overlay/no-text',
        `changes words in "${patch.place.locale}", in which the shared ${folder.entry} has no text`,
        'patch a language that the shared text has, or write the whole text below the fields',
      ),
    ),
    ...checkAgreement(folder),
  ];
}

/** What is not language holds in every language of the country: two patches must not contradict each other. */
function checkAgreement(folder: Folder): Diagnostic[] {
  const seen = new Map<string, Text>();
  return [...folder.patches.values()].flatMap((patch) =>
    Object.entries(patch.fields).flatMap(([field, value]) => {
      if (field === 'basedOn' || isLanguage(folder, field)) return [];
      const other = seen.get(field);
      seen.set(field, patch);
      if (
        other === undefined ||
        JSON.stringify((other.fields as Record<string, unknown>)[field]) === JSON.stringify(value)
      )
        return [];
      const range = patch.positions.key([field]);
      return [
        {
          code: 'overlay/conflict',
          severity: 'error' as const,
          file: patch.path,
          ...range,
          message: `"${field}" has another value in ${other.path}; it is the same in every language of a country`,
          hint: 'keep it in one of the two patches',
        },
      ];
    }),
  );
}

function isLanguage(folder: Folder, field: string): boolean {
  const schema = loadSchema(folder.entry).properties?.[field];
  return schema !== undefined && isTranslatable(schema);
}

function checkTranslations(folder: Folder): Diagnostic[] {
  return [...folder.texts.values()].flatMap((text) => {
    const source = text.fields.translation?.of;
    if (source === undefined || folder.original === undefined || text.place.locale === folder.original)
      return [];
    if ([...folder.texts.keys()].some((locale) => locale === source && locale !== text.place.locale))
      return [];
    const range = text.positions.value(['translation', 'of']);
    return [
      {
        code: 'translation/source',
        severity: 'error' as const,
        file: text.path,
        ...range,
        message: `translation.of: there is no text in "${source}" in this folder`,
        hint: `the original is in "${folder.original}"`,
      },
    ];
  });
}

function fault(text: Text, code: string, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', file: text.path, ...text.positions.key(['title']), message, hint };
}
