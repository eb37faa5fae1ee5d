import { UsageError } from '../cli/errors.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { targetOf } from '../model/place.ts';
import { plainName } from '../new/find-text.ts';

export interface FoundEntry {
  /** `/courses/play/first-week/` */
  readonly target: string;
  /** Where one file or one country's folder was meant: the beginning of the paths of the texts, or of what they were made from. */
  readonly within: string;
}

/**
 * Returns the entry that somebody means with a path, an address or a name.
 *
 * @throws UsageError when there is none, or more than one
 */
export function findEntry(written: string, catalogue: Catalogue): FoundEntry {
  const name = plainName(written);
  const folders = [...catalogue.folders.values()];
  const exact = folders.filter((folder) => folder.path === name || targetOf(folder) === `/${name}/`);
  const found =
    exact.length > 0 || name === '' ? exact : folders.filter(({ path }) => path.endsWith(`/${name}`));
  const [target, ...others] = new Set(found.map(targetOf));
  if (target === undefined) {
    const known = [...new Set(folders.map((folder) => targetOf(folder).slice(1, -1)))];
    const near = suggest(name, known) ?? known.find((other) => other.endsWith(`/${name.split('/').at(-1)}`));
    throw new UsageError(
      `there is no text "${written}"; ${near === undefined ? 'write its folder, such as courses/play/first-week' : `did you mean "${near}"?`}`,
    );
  }
  if (others.length > 0)
    throw new UsageError(
      `several texts are called "${written}"; write one of: ${[target, ...others].map((one) => one.slice(1, -1)).join(', ')}`,
    );
  const [file] = /index\.[^/\\]*\.md$/.exec(written) ?? [''];
  const isOfFolder = name.startsWith('shared/') || name.startsWith('countries/');
  return { target, within: isOfFolder ? `${name}/${file}` : '' };
}
