/**
 * Marks answers. Knows nothing of pages: texts and ticks in, right and wrong out.
 */

export interface Marks {
  readonly answered: boolean;
  readonly right: boolean;
  /** Of each option or row: nothing where it was not chosen or not answered. */
  readonly rows: readonly (boolean | undefined)[];
  readonly found: number;
  readonly total: number;
}

/** @param right whether each option is; @param chosen whether each option was */
export const markChoice = (right: readonly boolean[], chosen: readonly boolean[]): Marks =>
  marksOf(
    chosen.map((isChosen, index) => (isChosen ? right[index] : undefined)),
    right.filter(Boolean).length,
  );

/**
 * By the texts: two rows may have the same right side.
 *
 * @param key the right-hand side of each row; @param given the one that was chosen, or ''
 */
export const markMatch = (key: readonly string[], given: readonly string[]): Marks =>
  marksOf(
    key.map((right, row) => (given[row] ? given[row] === right : undefined)),
    key.length,
  );

/**
 * Two items may have the same text, but not the same place.
 *
 * @param items in their right order; @param places from 1, of each item, or ''
 */
export const markOrder = (items: readonly string[], places: readonly string[]): Marks =>
  marksOf(
    items.map((item, index) => {
      const place = places[index];
      return place ? items[Number(place) - 1] === item && places.indexOf(place) === index : undefined;
    }),
    items.length,
  );

export const markShort = (accepted: readonly string[], given: string): Marks =>
  marksOf([plain(given) === '' ? undefined : accepted.some((answer) => plain(answer) === plain(given))], 1);

function marksOf(rows: readonly (boolean | undefined)[], total: number): Marks {
  const found = rows.filter(Boolean).length;
  return {
    answered: rows.some((row) => row !== undefined),
    right: found === total && !rows.includes(false),
    rows,
    found,
    total,
  };
}

/** What is typed on a phone: any case, any apostrophe, е for ё, a full stop or none. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[ʻʼ’‘`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^ |[ .,;:!?…]+$/g, '');
