/**
 * Anchors of headings: letters and digits of any script, joined by hyphens.
 */

/** Ids that the pages around a text use themselves (HTML standard: an id is unique in its page). */
const pageIds: ReadonlySet<string> = new Set([
  'about',
  'lessons',
  'main',
  'menu',
  'q',
  'related',
  'results',
  'search-status',
  'today',
]);

export class Anchors {
  readonly #taken: Set<string>;
  /** The number to try next, by anchor. */
  readonly #next = new Map<string, number>();

  /** @param quizIds They are ids in the page too, and never give way. */
  constructor(quizIds: Iterable<string>) {
    this.#taken = new Set(quizIds);
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
    while (this.#taken.has(unique) || pageIds.has(unique)) unique = `${anchor}-${next++}`;
    this.#next.set(anchor, next);
    this.#taken.add(unique);
    return unique;
  }
}

/** Apostrophes, of which Uzbek has many kinds in use, leave no trace: `oʻyin` and `o'yin` are both `oyin`. */
function anchorOf(heading: string): string {
  const words = commonCharacters.test(heading)
    ? heading.toLowerCase().match(commonWord)
    : heading
        .normalize('NFC')
        .toLowerCase()
        .replace(/['’‘ʻʼ`]/g, '')
        .match(/[\p{L}\p{M}\p{N}]+/gu);
  const anchor = words?.join('-') ?? 'section';
  return footnoteId.test(anchor) ? `section-${anchor}` : anchor;
}

/**
 * English and Cyrillic without apostrophes: they have no other form in NFC, and letters are quickly told from the rest. Asking
 * Unicode's tables for every character of every heading took 20 µs of the 250 that this stage takes for a text.
 */
const commonCharacters = /^[\w\u0400-\u0481\u048a-\u04ff .,:;!?«»„“”()–—-]*$/;
const commonWord = /[a-z0-9\u0400-\u0481\u048a-\u04ff]+/g;

const footnoteId = /^fn(ref)?\d/;
