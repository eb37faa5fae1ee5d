/**
 * Which text is meant by what somebody wrote: the path of a file or a folder, an address, or a name alone.
 */
import { suggest } from '../diagnostics/suggest.ts';
import type { Folder, Text } from '../model/catalogue.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';
import { targetOf } from '../model/place.ts';
import type { NewContent } from '../pipeline/open-content.ts';
import type { Choice, Problem } from './form.ts';
import { problemsOf, refusal } from './problems.ts';

export interface FoundOriginal {
  readonly folder: Folder;
  readonly original: Text;
}

/** Every text that is not a patch, by the shortest name that means no other. */
export const textChoices = (content: NewContent, isSharedOnly: boolean): readonly Choice[] =>
  [...new Set(foldersOf(content, isSharedOnly).map(shortName))].map((value) => ({ value }));

const isShared = (folder: SourcePath): boolean => folder.startsWith('shared/');

/** `materials/bag`; of a country's own text its folder. */
const shortName = (folder: SourcePath): string => folder.replace(/^shared\//, '');

function foldersOf({ texts }: NewContent, isSharedOnly: boolean): readonly SourcePath[] {
  const own = texts.filter(({ place }) => !place.patch && (!isSharedOnly || place.scope === 'shared'));
  const all = [...new Set(own.map(({ path }) => folderOf(path)))];
  return [...all.filter(isShared), ...all.filter((folder) => !isShared(folder))];
}

/** @param isSharedOnly whether only what all countries share is meant */
export function findOriginal(
  written: string,
  content: NewContent,
  isSharedOnly: boolean,
): FoundOriginal | { readonly problems: readonly Problem[] } {
  const name = plainName(written);
  const folders = foldersOf(content, isSharedOnly);
  const [found, ...others] = matching(name, folders);
  if (found === undefined) return { problems: [unknown(written, name, content, folders)] };
  if (others.length > 0) return { problems: [ambiguous(written, [found, ...others])] };
  const { folder, diagnostics } = content.folder(found);
  const original = folder?.original === undefined ? undefined : folder.texts.get(folder.original);
  const faults = problemsOf(diagnostics.filter(({ severity }) => severity === 'error'));
  if (faults.length > 0 || folder === undefined || original === undefined)
    return {
      problems: faults.map(({ message, hint }) =>
        refusal(`content/${found} has a fault that has to be mended first: ${message}`, hint),
      ),
    };
  return { folder, original };
}

/** `C:\work\content\shared\materials\bag\index.en.md`, `/materials/bag/` and `content/shared/materials/bag` without what they share. */
export const plainName = (written: string): string =>
  written
    .trim()
    .replaceAll('\\', '/')
    .replace(/\/?index\.[^/]*\.md$/, '')
    .replace(/^.*?(?=(?:shared|countries\/[a-z]{2})\/)/, '')
    .replace(/^\/+|\/+$/g, '');

/** What all countries share comes before what one of them has under the same name. */
function matching(name: string, folders: readonly SourcePath[]): readonly SourcePath[] {
  if (name === '') return [];
  const ends = folders.filter((folder) => folder === name || folder.endsWith(`/${name}`));
  const exact = ends.filter((folder) => folder === name || shortName(folder) === name);
  return exact.length > 0 ? exact : ends;
}

function unknown(
  written: string,
  name: string,
  content: NewContent,
  folders: readonly SourcePath[],
): Problem {
  const known = folders.map(shortName);
  const last = (path: string): string => path.split('/').at(-1) ?? path;
  const near = suggest(name, known) ?? suggest(last(name), known.map(last));
  const meant =
    known.find((other) => other === near || last(other) === near) ??
    known.find((other) => last(other).split('-').includes(name));
  const patched = content.texts.find(({ place }) => targetOf(place).endsWith(`/${name}/`));
  return {
    severity: 'error',
    message: `there is no text "${written}"`,
    hint:
      meant !== undefined
        ? `did you mean "${meant}"?`
        : patched !== undefined
          ? `only content/${patched.path} has this name, which changes or belongs to one country`
          : 'write its folder, such as materials/treasure-bag or courses/play/first-week',
  };
}

const ambiguous = (written: string, folders: readonly SourcePath[]): Problem => ({
  severity: 'error',
  message: `several texts are called "${written}"`,
  hint: `write one of: ${folders.map(shortName).join(', ')}`,
});
