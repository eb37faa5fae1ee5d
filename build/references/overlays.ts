import { isLocale } from '../../schemas/brands.ts';
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
    ...checkTranslations(folder, targets),
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
    if (targets.unreadable(targetOf(folder)).some(({ scope }) => scope === 'shared')) return [];
    const hint =
      didYouMean(
        folder.id,
        targets.ids(folder.entry, folder.course).filter((id) => id !== folder.id),
      ) ?? `name it "index.${patches[0]?.place.locale}.md" if the ${folder.entry} is the country's own`;
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
      !patch.hasBody &&
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
    ...patches.flatMap((patch) => checkMerged(patch, shared)),
    ...checkAgreement(folder),
  ];
}

/** A map that a patch gives in part must be whole once it is laid over the shared one. */
function checkMerged(patch: Text, shared: Folder): Diagnostic[] {
  const original = shared.original === undefined ? undefined : shared.texts.get(shared.original);
  if (original === undefined) return [];
  return Object.entries(loadSchema(patch.place.entry).properties ?? {}).flatMap(
    ([field, schema]): Diagnostic[] => {
      const [part, base] = [patch.fields, original.fields].map(
        (fields) => (fields as Record<string, unknown>)[field],
      );
      if (schema.properties === undefined || !isMap(part)) return [];
      const whole = { ...(isMap(base) ? base : {}), ...part };
      const at = (code: string, message: string, hint: string): Diagnostic => ({
        code,
        severity: 'error',
        file: patch.path,
        ...patch.positions.key([field]),
        message,
        hint,
      });
      const lacking = (schema.required ?? []).filter((name) => whole[name] === undefined);
      if (lacking.length > 0)
        return lacking.map((name) =>
          at(
            'overlay/incomplete',
            `the field "${field}.${name}" is missing: the shared ${patch.place.entry} has none either`,
            `add a line "${name}: …"`,
          ),
        );
      const { fromMonths: from, toMonths: to } = whole;
      const isOwnFault = isMap(part) && part.fromMonths !== undefined && part.toMonths !== undefined;
      if (field !== 'ages' || isOwnFault || typeof from !== 'number' || typeof to !== 'number' || from < to)
        return [];
      return [
        at(
          'overlay/ages',
          `over the shared text this gives ages from ${from} to ${to} months`,
          'write both fromMonths and toMonths',
        ),
      ];
    },
  );
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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

function checkTranslations(folder: Folder, targets: TargetIndex): Diagnostic[] {
  const lost = targets.unreadable(targetOf(folder)).map(({ locale }) => locale);
  return [...folder.texts.values()].flatMap((text): Diagnostic[] => {
    const source = text.fields.translation?.of;
    const { locale } = text.place;
    if (
      typeof source !== 'string' ||
      !isLocale(source) ||
      folder.original === undefined ||
      locale === folder.original
    )
      return [];
    if (source !== locale && [...folder.texts.keys(), ...lost].includes(source)) return [];
    return [
      {
        code: 'translation/source',
        severity: 'error',
        file: text.path,
        ...text.positions.value(['translation', 'of']),
        message:
          source === locale
            ? `translation.of: "${source}" is the language of this text itself`
            : `translation.of: there is no text in "${source}" in this folder`,
        hint: `the original is in "${folder.original}"`,
      },
    ];
  });
}

function fault(text: Text, code: string, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', file: text.path, ...text.positions.key(['title']), message, hint };
}
