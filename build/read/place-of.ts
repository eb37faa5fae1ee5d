/**
 * Tells what a file is by its path. This is the layout of the content folder, in one place.
 */
import { type ContentId, isContentId, isCountryCode, isLocale, type Locale } from '../../schemas/brands.ts';
import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { SourcePath } from '../model/paths.ts';
import { type EntryKind, folderOfKind, type Place, type Scope, type TextPlace } from '../model/place.ts';

export interface Placed {
  /** Absent for files that are no text of ours: pictures, downloads, and texts in a wrong place. */
  readonly place?: Place;
  readonly diagnostics: readonly Diagnostic[];
}

export function placeOf(file: SourcePath): Placed {
  const [top = '', second = '', ...rest] = file.split('/');
  if (file === 'site.yml') return at({ kind: 'site' });
  if (file === 'README.md') return nowhere;
  if (top === 'taxonomy' && second === 'frameworks' && rest.length === 1 && rest[0]?.endsWith('.yml')) {
    return at({ kind: 'framework', id: rest[0].slice(0, -'.yml'.length) });
  }
  if (top === 'taxonomy' && rest.length === 0 && second.endsWith('.yml')) return at({ kind: 'taxonomy' });
  if (top === 'strings' && rest.length === 0) return placeOfStrings(file, second);
  if (top === 'shared') return placeInScope(file, 'shared', [second, ...rest]);
  if (top === 'countries' && second !== '' && rest.length > 0) return placeInCountry(file, second, rest);
  return isText(file) ? misplaced(file) : nowhere;
}

function placeOfStrings(file: SourcePath, name: string): Placed {
  if (name.endsWith('.pot')) return nowhere;
  const tag = name.replace(/\.po$/, '');
  if (tag !== name && isLocale(tag)) return at({ kind: 'strings', locale: tag });
  return fault(file, 'file/language', `"${tag}" is not a language tag`, canonicalHint(tag, (locale) => `${locale}.po`));
}

function placeInCountry(file: SourcePath, country: string, rest: readonly string[]): Placed {
  if (!isCountryCode(country)) {
    return fault(file, 'file/country', `lies in the folder "${country}"; a country's folder has its two-letter code, such as "kg"`);
  }
  if (rest.length === 1 && rest[0] === 'country.yml') return at({ kind: 'country', country });
  if (rest.length === 1) return isText(file) ? misplaced(file) : nowhere;
  return placeInScope(file, country, rest);
}

const kindOfFolder = new Map<string, EntryKind>(Object.entries(folderOfKind).map(([kind, folder]) => [folder, kind as EntryKind]));

function placeInScope(file: SourcePath, scope: Scope, segments: readonly string[]): Placed {
  if (!isText(file)) return nowhere;
  const [folder = '', id = '', ...rest] = segments;
  const kind = kindOfFolder.get(folder);
  if (kind === undefined) {
    const meant = suggest(folder, [...kindOfFolder.keys()]);
    return misplaced(file, meant === undefined ? undefined : `did you mean the folder "${meant}"?`);
  }
  if (rest.length === 1) return placeOfText(file, rest[0] ?? '', { kind: 'text', scope, entry: kind, id: id as ContentId });
  if (kind === 'course' && rest.length === 2) {
    return placeOfText(file, rest[1] ?? '', { kind: 'text', scope, entry: 'lesson', id: rest[0] as ContentId, course: id as ContentId });
  }
  return misplaced(file);
}

function placeOfText(file: SourcePath, name: string, partial: Omit<TextPlace, 'locale' | 'patch'>): Placed {
  const badId = [partial.course, partial.id].find((id) => id !== undefined && !isContentId(id));
  const faults = badId === undefined ? [] : fault(file, 'file/id', `lies in the folder "${badId}"; this name is part of the address of the page and is made of small Latin letters, digits and hyphens`, idHint(badId)).diagnostics;
  const match = /^index\.([^.]+)(\.patch)?\.md$/.exec(name);
  if (match === null) return withFaults(misnamed(file, name), faults);
  const [, tag = '', patch] = match;
  if (!isLocale(tag)) {
    const wrong = fault(file, 'file/language', `"${tag}" is not a language tag`, canonicalHint(tag, (locale) => `index.${locale}${patch ?? ''}.md`));
    return withFaults(wrong, faults);
  }
  return { place: { ...partial, locale: tag, patch: patch !== undefined }, diagnostics: faults };
}

function misnamed(file: SourcePath, name: string): Placed {
  const hint = /^index\.md$/i.test(name) ? 'name it "index.en.md", with the language that it is written in' : undefined;
  return fault(file, 'file/name', `"${name}" is not the name of a text; texts are named "index.<language>.md"`, hint ?? 'rename it, for example to "index.en.md", or "index.ru.patch.md" for a country\'s patch');
}

function misplaced(file: SourcePath, hint?: string): Placed {
  return fault(file, 'file/place', 'lies where no text belongs, and would not appear on any page', hint ?? 'texts lie in shared/courses/<course>/, shared/courses/<course>/<lesson>/, shared/materials/<material>/, shared/groups/<group>/ or shared/pages/<page>/, or in the same folders below countries/<country>/');
}

/** `sr-cyrl` and `en_US` have a canonical form that can be told. */
function canonicalHint(tag: string, write: (locale: Locale) => string): string {
  try {
    const canonical = Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? '';
    if (isLocale(canonical) && canonical !== tag) return `name it "${write(canonical)}"`;
  } catch {
    // not even nearly a tag
  }
  return 'use a tag such as ky, ru, sr-Cyrl or uz-Latn';
}

function idHint(id: string): string {
  const plain = id.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return isContentId(plain) ? `rename the folder to "${plain}"` : 'rename the folder, for example to "first-week"';
}

const isText = (file: string): boolean => /\.(md|ya?ml|po)$/i.test(file);
const nowhere: Placed = { diagnostics: [] };
const at = (place: Place): Placed => ({ place, diagnostics: [] });
const withFaults = (placed: Placed, more: readonly Diagnostic[]): Placed => ({ ...placed, diagnostics: [...more, ...placed.diagnostics] });

function fault(file: string, code: string, message: string, hint?: string): { diagnostics: Diagnostic[] } {
  return { diagnostics: [{ code, severity: 'error', file, ...startOfFile, message, ...(hint !== undefined && { hint }) }] };
}
