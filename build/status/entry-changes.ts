/**
 * What has changed in the texts that the translations and national versions of one entry were made from.
 *
 * These record nothing but a hash. The state with this hash is looked for in Git, and compared with the text as it is now.
 */
import type { Locale } from '../../schemas/brands.ts';
import { type FoundVersion, findVersion, type ReadText } from '../git/find-version.ts';
import type { GitFolder, NoGit } from '../git/git.ts';
import type { Catalogue, Text } from '../model/catalogue.ts';
import { translatableValues } from '../model/content-hash.ts';
import type { SourcePath } from '../model/paths.ts';
import { targetOf } from '../model/place.ts';
import { loadSchema } from '../schema/schemas.ts';
import { type DerivedText, derivedOf } from './derived-texts.ts';
import { type DiffLine, diffLines } from './line-diff.ts';

export interface TextChange {
  readonly file: SourcePath;
  readonly locale: Locale;
  readonly kind: DerivedText['kind'];
  readonly state: 'current' | 'changed' | 'unknown';
  /** The text that it was made from. */
  readonly basis: SourcePath;
  /** Of a changed one: the commit that has the state of the basis from which it was made. */
  readonly madeFrom?: FoundVersion['since'];
  /** Fields first, then the body. */
  readonly difference?: readonly DiffLine[];
  /** Why there is no difference to be shown: the rest of a sentence. */
  readonly why?: string;
}

/**
 * @param target address of an entry: `/courses/play/`
 * @returns one for each of its texts that was made from another, those that all countries share first
 */
export async function entryChanges(
  target: string,
  catalogue: Catalogue,
  git: GitFolder | NoGit,
  readText: ReadText,
): Promise<readonly TextChange[]> {
  const folders = [...catalogue.folders.values()]
    .filter((folder) => targetOf(folder) === target)
    .toSorted((a, b) => Number(a.scope !== 'shared') - Number(b.scope !== 'shared'));
  const changes: TextChange[] = [];
  for (const derived of folders.flatMap((folder) => derivedOf(folder, catalogue)))
    changes.push(await changeOf(derived, git, readText));
  return changes;
}

async function changeOf(
  { text, kind, basis, hash }: DerivedText,
  git: GitFolder | NoGit,
  readText: ReadText,
): Promise<TextChange> {
  const change = { file: text.path, locale: text.place.locale, kind, basis: basis.path } as const;
  if (hash === undefined) return { ...change, state: 'unknown' };
  if (hash === basis.contentHash) return { ...change, state: 'current' };
  const found = await findVersion(basis.path, hash, git, readText);
  if ('why' in found) return { ...change, state: 'changed', why: found.why };
  const difference = diffLines(linesOf(found.text), linesOf(basis));
  return { ...change, state: 'changed', madeFrom: found.since, difference };
}

/** What the hash is over: fields that are language, then the body. */
const linesOf = ({ place, fields, body }: Text): string[] => [
  ...fieldLines(translatableValues(fields as Record<string, unknown>, loadSchema(place.entry)), ''),
  '',
  ...body
    .normalize('NFC')
    .replace(/[ \t]+$/gm, '')
    .trim()
    .split('\n'),
];

/** `title: Bag`, `image.alt: A bag`; a list has a line for each of its items. */
function fieldLines(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldLines(item, name));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, member]) =>
      fieldLines(member, name === '' ? key : `${name}.${key}`),
    );
  return `${name}: ${String(value).normalize('NFC').trimEnd()}`.split('\n');
}
