import type { Word } from './choices.ts';
import type { LibraryIndex } from './library-index.ts';
import { materialRow } from './material-row.client.ts';

/** A row of the list, made when it is shown. */
export interface Material {
  readonly words: ReadonlySet<Word>;
  row(): Element;
}

/** Returns a material that stands in the page. */
export const shownMaterial = (row: Element): Material => ({
  words: new Set(row instanceof HTMLElement ? row.dataset.words?.split(' ') : []),
  row: () => row,
});

/** @throws what `fetch` throws, and where the file is not there */
export async function loadMaterials(address: URL): Promise<readonly Material[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as LibraryIndex).map((material) => ({
    words: new Set(material.words.split(' ')),
    row: () => materialRow(material),
  }));
}
