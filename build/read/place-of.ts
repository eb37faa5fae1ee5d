/**
 * Tells what a file is by its path. This is the layout of the content folder, in one place.
 */
import {
  type ContentId,
  type CountryCode,
  isContentId,
  isCountryCode,
  isLocale,
  type Locale,
} from '../../schemas/brands.ts';
import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import { tagHint, tagMeant } from '../diagnostics/language-tag.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { SourcePath } from '../model/paths.ts';
import {
  type EntryKind,
  folderOfKind,
  type Place,
  type Scope,
  type TextPlace,
  undetermined,
} from '../model/place.ts';
import { latinId } from './latin-name.ts';

export interface Placed {
  /** Absent for files that are no text of ours: pictures, downloads, and texts in a place of which nothing can be guessed. */
  readonly place?: Place;
  /** The place is a guess: the file is known to exist, and not read. */
  readonly guessed?: boolean;
  /** A folder whose name is at fault: reported at its first file, however many it holds. */
  readonly folder?: { readonly path: string; readonly fault: Diagnostic };
  readonly diagnostics: readonly Diagnostic[];
}

export function placeOf(file: SourcePath): Placed {
  const [top = '', second = '', ...rest] = file.split('/');
  if (file === 'site.yml') return at({ kind: 'site' });
  if (file === 'README.md') return nowhere;
  if (file === 'site.yaml' || file.toLowerCase() === 'site.yml')
    return guess(misnamedData(file, 'site.yml'), { kind: 'site' });
  if (top === 'taxonomy' && second === 'frameworks' && rest.length === 1)
    return placeOfVocabulary(file, rest[0] ?? '', (id) => ({ kind: 'framework', id }));
  if (top === 'taxonomy' && rest.length === 0)
    return placeOfVocabulary(file, second, (id) => ({ kind: id === 'glossary' ? 'glossary' : 'taxonomy' }));
  if (top === 'strings' && rest.length === 0) return placeOfStrings(file, second);
  if (top === 'shared') return placeInScope(file, 'shared', [second, ...rest]);
  if (top === 'countries' && second !== '' && rest.length > 0) return placeInCountry(file, second, rest);
  if (!isText(file)) return nowhere;
  const meant = suggest(top, topFolders);
  return misplaced(
    file,
    meant === undefined || meant === top ? undefined : `did you mean the folder "${meant}"?`,
    top,
  );
}

const topFolders = ['shared', 'countries', 'taxonomy', 'strings'];

function placeOfVocabulary(file: SourcePath, name: string, place: (id: string) => Place): Placed {
  const id = name.replace(/\.ya?ml$/i, '');
  if (name.endsWith('.yml')) return at(place(id));
  if (id !== name) return guess(misnamedData(file, `${id}.yml`), place(id));
  return isText(file) ? misplaced(file, 'the files of content/taxonomy/ end in .yml') : nowhere;
}

function placeOfStrings(file: SourcePath, name: string): Placed {
  if (!/\.po$/i.test(name))
    return isText(file)
      ? misplaced(file, 'the files of content/strings/ are named <language>.po, such as ru.po')
      : nowhere;
  const tag = name.slice(0, -'.po'.length);
  if (isLocale(tag) && name.endsWith('.po')) return at({ kind: 'strings', locale: tag });
  const meant = isLocale(tag) ? tag : tagMeant(tag);
  const placed = isLocale(tag)
    ? misnamedData(file, `${tag}.po`)
    : fault(
        file,
        'file/language',
        `"${tag}" is not a language tag`,
        tagHint(tag, (locale) => `name it "${locale}.po"`),
      );
  return meant === undefined ? placed : guess(placed, { kind: 'strings', locale: meant });
}

function placeInCountry(file: SourcePath, folder: string, rest: readonly string[]): Placed {
  if (isCountryCode(folder)) return placeInNation(file, folder, rest);
  const code = countryMeant(folder);
  const hint =
    code === undefined
      ? 'rename the folder to the two-letter code of the country, such as "kg"'
      : `rename the folder to "${code}"`;
  const wrong = ofFolder(
    `countries/${folder}`,
    fault(
      file,
      'file/country',
      `lies in the folder "${folder}"; a country's folder has its two-letter code`,
      hint,
    ),
  );
  const { place } = code === undefined ? nowhere : placeInNation(file, code, rest);
  return place === undefined ? wrong : guess(wrong, place);
}

function placeInNation(file: SourcePath, country: CountryCode, rest: readonly string[]): Placed {
  if (rest.length > 1) return placeInScope(file, country, rest);
  const [name = ''] = rest;
  // The folder may be a repository of its own, which introduces itself.
  if (name === 'README.md') return nowhere;
  if (name === 'country.yml') return at({ kind: 'country', country });
  if (/^country\.ya?ml$/i.test(name))
    return guess(misnamedData(file, 'country.yml'), { kind: 'country', country });
  return isText(file) ? misplaced(file) : nowhere;
}

/** The code of a country of which the English name, or the code in capitals, was written. */
function countryMeant(folder: string): CountryCode | undefined {
  const code = folder.toLowerCase();
  if (isCountryCode(code)) return code;
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(isCountryCode)
    .find((candidate) => names.of(candidate.toUpperCase())?.toLowerCase() === code.replaceAll(/[-_]/g, ' '));
}

const kindOfFolder = new Map<string, EntryKind>(
  Object.entries(folderOfKind).map(([kind, folder]) => [folder, kind as EntryKind]),
);

function placeInScope(file: SourcePath, scope: Scope, segments: readonly string[]): Placed {
  if (!isText(file) && !isNearlyText(file)) return nowhere;
  const [folder = '', id = '', ...rest] = segments;
  const known = kindOfFolder.get(folder);
  const meant = known === undefined ? (suggest(folder, [...kindOfFolder.keys()]) ?? '') : folder;
  const kind = known ?? kindOfFolder.get(meant);
  if (kind === undefined || segments.length === 1) return isText(file) ? misplaced(file) : nowhere;
  const placed = placeOfEntry(file, { kind: 'text', scope, entry: kind, id: id as ContentId }, rest);
  if (known !== undefined) return placed;
  const wrong = misplaced(
    file,
    `did you mean the folder "${meant}"?`,
    file
      .split('/')
      .slice(0, scope === 'shared' ? 2 : 3)
      .join('/'),
  );
  return placed.place === undefined ? wrong : guess(wrong, placed.place);
}

function placeOfEntry(
  file: SourcePath,
  entry: Omit<TextPlace, 'locale' | 'patch'>,
  rest: readonly string[],
): Placed {
  if (rest.length === 1) return placeOfText(file, rest[0] ?? '', entry);
  if (entry.entry === 'course' && rest.length === 2) {
    return placeOfText(file, rest[1] ?? '', {
      ...entry,
      entry: 'lesson',
      id: rest[0] as ContentId,
      course: entry.id,
    });
  }
  return isText(file) ? misplaced(file) : nowhere;
}

/** A folder with a bad name goes by the name that it should have, so that what refers to it is judged by that. */
function placeOfText(file: SourcePath, name: string, entry: Omit<TextPlace, 'locale' | 'patch'>): Placed {
  const placed = placeOfName(file, name, {
    ...entry,
    id: plainId(entry.id),
    ...(entry.course !== undefined && { course: plainId(entry.course) }),
  });
  const ids: readonly (string | undefined)[] = [entry.course, entry.id];
  const badId = ids.find((id) => id !== undefined && !isContentId(id));
  if (badId === undefined) return placed;
  const wrong = fault(
    file,
    'file/id',
    `lies in the folder "${badId}"; this name is part of the address of the page and is made of small Latin letters, digits and hyphens`,
    idHint(badId),
  );
  return {
    ...placed,
    ...ofFolder(file.slice(0, file.indexOf(`/${badId}/`) + badId.length + 1), wrong),
    diagnostics: placed.diagnostics,
  };
}

function placeOfName(file: SourcePath, name: string, entry: Omit<TextPlace, 'locale' | 'patch'>): Placed {
  const [, tag = '', patch] = /^index\.([^.]+)(\.patch)?\.md$/.exec(name) ?? [];
  if (isLocale(tag)) return at({ ...entry, locale: tag, patch: patch !== undefined });
  const [, near = '', nearPatch] =
    /^index[._-](.+?)(\.patch)?\.(?:md|markdown|mdx|md\.txt|txt)$/i.exec(name) ?? [];
  const meant = isLocale(near) ? near : tagMeant(near);
  const place: TextPlace = { ...entry, locale: meant ?? undetermined, patch: nearPatch !== undefined };
  if (tag !== '')
    return guess(
      fault(
        file,
        'file/language',
        `"${tag}" is not a language tag`,
        tagHint(tag, (locale) => `name it "index.${locale}${patch ?? ''}.md"`),
      ),
      place,
    );
  if (!isText(file) && near === '') return nowhere;
  const wrong = fault(
    file,
    'file/name',
    `"${name}" is not the name of a text; texts are named "index.<language>.md"`,
    nameHint(name, meant, nearPatch),
  );
  return /^index/i.test(name) || meant !== undefined ? guess(wrong, place) : wrong;
}

function nameHint(name: string, meant: Locale | undefined, patch: string | undefined): string {
  if (meant !== undefined) return `name it "index.${meant}${patch ?? ''}.md"`;
  const [, swapped] = /^index\.patch\.([^.]+)\.md$/i.exec(name) ?? [];
  if (swapped !== undefined) return `name it "index.${swapped}.patch.md"`;
  if (/^index\.\w+$/i.test(name)) return 'name it "index.en.md", with the language that it is written in';
  return 'rename it, for example to "index.en.md", or "index.ru.patch.md" for a country\'s patch';
}

const misnamedData = (file: string, name: string): Placed =>
  fault(file, 'file/name', `has a name under which it is not read`, `name it "${name}"`);

function misplaced(file: SourcePath, hint?: string, folder?: string): Placed {
  const wrong = fault(
    file,
    'file/place',
    'lies where no text belongs, and would not appear on any page',
    hint ??
      'texts lie in shared/courses/<course>/, shared/courses/<course>/<lesson>/, shared/materials/<material>/, shared/groups/<group>/ or shared/pages/<page>/, or in the same folders below countries/<country>/',
  );
  return folder === undefined || folder === file ? wrong : ofFolder(folder, wrong);
}

function idHint(id: string): string {
  const plain = plainId(id);
  return plain !== 'unnamed' && isContentId(plain)
    ? `rename the folder to "${plain}"`
    : 'rename the folder, for example to "first-week"';
}

const plainId = (id: string): ContentId => (isContentId(id) ? id : latinId(id) || 'unnamed') as ContentId;

const isText = (file: string): boolean => /\.(md|ya?ml|po)$/i.test(file);
/** Files that an editor or a word processor named, and that would be lost silently. */
const isNearlyText = (file: string): boolean =>
  /(^|\/)index[^/]*\.(markdown|mdx|txt|docx?|html?)$/i.test(file);
const nowhere: Placed = { diagnostics: [] };
const at = (place: Place): Placed => ({ place, diagnostics: [] });
const ofFolder = (path: string, { diagnostics: [fault] }: Placed): Placed =>
  fault === undefined ? nowhere : { diagnostics: [], folder: { path, fault } };
const guess = (placed: Placed, place: Place): Placed => ({ ...placed, place, guessed: true });

function fault(file: string, code: string, message: string, hint: string): Placed {
  return { diagnostics: [{ code, severity: 'error', file, ...startOfFile, message, hint }] };
}
