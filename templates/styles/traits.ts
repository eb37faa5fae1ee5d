/**
 * What of a page a style sheet can ask for.
 *
 * Read letter by letter, since every tag of every page comes by: no tag is taken out of the page, for what is cut out of a text
 * and kept holds the whole text in memory.
 */

/** Which of the traits that are asked for were found, one byte for each. */
export type FoundTraits = Uint8Array;

export interface TraitFinder {
  /** None yet. */
  none(): FoundTraits;
  /** Adds what markup has. */
  find(markup: string, found: FoundTraits): void;
  /** By name. */
  named(found: FoundTraits): ReadonlySet<string>;
}

/**
 * Finds elements, classes and ids of markup, and the attributes that sheets ask for, as selectors write them: `table`, `.card`,
 * `#results`, `[type=search]`. The markup is that of our own templates: names in small letters, one space before each attribute, values in
 * double quotes.
 *
 * @param asked what is worth to be found
 */
export function createTraitFinder(asked: ReadonlySet<string>): TraitFinder {
  const names = [...asked];
  const places = new Map(names.map((trait, place) => [trait, place]));
  const firstLetters = new Set(askedAttributes.map((name) => name.charCodeAt(0)));
  const attributes = new Map(askedAttributes.map((name) => [name, placesByValue(name, places)]));
  /** @returns where the attribute ends */
  const findInAttribute = (markup: string, start: number, found: FoundTraits): number => {
    const equals = endOfName(markup, start);
    // `required`, `open`
    if (markup[equals] !== '=') return equals;
    const end = markup.indexOf('"', equals + 2);
    // Most attributes are told by their first letter, and need not be cut out.
    const placesOf = firstLetters.has(markup.charCodeAt(start))
      ? attributes.get(markup.slice(start, equals))
      : undefined;
    if (placesOf !== undefined) for (const place of placesOf(markup.slice(equals + 2, end))) found[place] = 1;
    return end + 1;
  };
  return {
    none: () => new Uint8Array(names.length),
    find(markup, found) {
      for (let open = markup.indexOf('<'); open >= 0; open = markup.indexOf('<', open + 1)) {
        const end = endOfName(markup, open + 1);
        if (end === open + 1) continue;
        const place = places.get(markup.slice(open + 1, end));
        if (place !== undefined) found[place] = 1;
        for (let at = end; markup[at] === ' '; ) at = findInAttribute(markup, at + 1, found);
      }
    },
    named: (found) => new Set(names.filter((_, place) => found[place] === 1)),
  };
}

/** Looked up by its value, so that no selector is put together for every attribute of every page. */
function placesByValue(
  name: string,
  places: ReadonlyMap<string, number>,
): (value: string) => readonly number[] {
  const [before, after] = name === 'class' ? ['.', ''] : name === 'id' ? ['#', ''] : [`[${name}=`, ']'];
  const single = new Map(
    [...places]
      .filter(([trait]) => trait.startsWith(before))
      .map(([trait, place]) => [trait.slice(before.length, trait.length - after.length), [place]]),
  );
  if (name !== 'class') return (value) => single.get(value) ?? none;
  // Templates write some hundred rows of classes.
  const rows = new Map<string, readonly number[]>();
  return (value) => {
    const known = rows.get(value);
    if (known !== undefined) return known;
    const found = value.split(' ').flatMap((one) => single.get(one) ?? none);
    // A copy, which does not hold the page.
    if (rows.size < mostRows) rows.set(Buffer.from(value).toString(), found);
    return found;
  };
}

const none: readonly number[] = [];
const mostRows = 1000;

const askedAttributes = ['class', 'id', 'type', 'dir', 'rel', 'data-quiz', 'data-page'];

/** Of an element or attribute. */
function endOfName(markup: string, start: number): number {
  let at = start;
  while (isOfName(markup.charCodeAt(at))) at++;
  return at;
}

const [letterA, letterZ, digit0, digit9, hyphen] = [0x61, 0x7a, 0x30, 0x39, 0x2d];

const isOfName = (code: number): boolean =>
  (code >= letterA && code <= letterZ) || (code >= digit0 && code <= digit9) || code === hyphen;
