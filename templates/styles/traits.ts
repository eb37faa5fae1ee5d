/**
 * What of a page a style sheet can ask for.
 *
 * Read letter by letter, since every tag of every page comes by: no tag is taken out of the page, for what is cut out of a text
 * and kept holds the whole text in memory.
 */

/** Adds to `found` what markup has of the traits that are asked for. */
export type FindTraits = (markup: string, found: Set<string>) => void;

/**
 * Finds elements, classes and ids of markup, and the attributes that sheets ask for, as selectors write them: `table`, `.card`,
 * `#results`, `[type=search]`. The markup is that of our own templates: names in small letters, one space before each attribute, values in
 * double quotes.
 *
 * @param asked what is worth to be found
 */
export function createTraitFinder(asked: ReadonlySet<string>): FindTraits {
  const attributes = new Map(askedAttributes.map((name) => [name, traitsByValue(name, asked)]));
  /** @returns where the attribute ends */
  const findInAttribute = (markup: string, start: number, found: Set<string>): number => {
    const equals = endOfName(markup, start);
    // `required`, `open`
    if (markup[equals] !== '=') return equals;
    const end = markup.indexOf('"', equals + 2);
    const name = markup.slice(start, equals);
    const traits = attributes.get(name);
    if (traits !== undefined) {
      const value = markup.slice(equals + 2, end);
      for (const one of name === 'class' ? value.split(' ') : [value]) {
        const trait = traits.get(one);
        if (trait !== undefined) found.add(trait);
      }
    }
    return end + 1;
  };
  return (markup, found) => {
    for (let open = markup.indexOf('<'); open >= 0; open = markup.indexOf('<', open + 1)) {
      const end = endOfName(markup, open + 1);
      if (end === open + 1) continue;
      const element = markup.slice(open + 1, end);
      if (asked.has(element)) found.add(element);
      for (let at = end; markup[at] === ' '; ) at = findInAttribute(markup, at + 1, found);
    }
  };
}

/** Looked up by its value, so that no selector is put together for every attribute of every page. */
function traitsByValue(name: string, asked: ReadonlySet<string>): ReadonlyMap<string, string> {
  const [before, after] = name === 'class' ? ['.', ''] : name === 'id' ? ['#', ''] : [`[${name}=`, ']'];
  return new Map(
    [...asked]
      .filter((trait) => trait.startsWith(before))
      .map((trait) => [trait.slice(before.length, trait.length - after.length), trait]),
  );
}

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
