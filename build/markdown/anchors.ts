/**
 * Anchors of headings: letters and digits of any script, joined by hyphens.
 */

/** Ids that the pages around a text use themselves (HTML standard: an id is unique in its page). */
const pageIds = ['about', 'lessons', 'main', 'menu', 'q', 'related', 'results', 'search-status', 'today'];

export class Anchors {
  readonly #taken: Set<string>;
  /** The number to try next, by anchor. */
  readonly #next = new Map<string, number>();

  /** @param quizIds They are ids in the page too, and never give way. */
  constructor(quizIds: Iterable<string>) {
    this.#taken = new Set([...pageIds, ...quizIds]);
  }

  /**
   * Returns an anchor that no other heading of the text has.
   *
   * @example anchors.of('Что мы видим'); // 'что-мы-видим', the second time 'что-мы-видим-2'
   */
  of(heading: string): string {
    const anchor = anchorOf(heading);
    let unique = anchor;
    let next = this.#next.get(anchor) ?? 2;
    while (this.#taken.has(unique)) unique = `${anchor}-${next++}`;
    this.#next.set(anchor, next);
    this.#taken.add(unique);
    return unique;
  }
}

/** Apostrophes, of which Uzbek has many kinds in use, leave no trace: `oʻyin` and `o'yin` are both `oyin`. */
function anchorOf(heading: string): string {
  const words = heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘ʻʼ`]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const anchor = words?.join('-') ?? 'section';
  return footnoteId.test(anchor) ? `section-${anchor}` : anchor;
}

const footnoteId = /^fn(ref)?\d/;
