/**
 * What of a page a style sheet can ask for.
 *
 * Read letter by letter, since every tag of every page comes by: no tag is taken out of the page, for what is cut out of a text
 * and kept holds the whole text in memory.
 */

/**
 * Adds to `found` the elements, classes and ids of markup, and the attributes that sheets ask for, as selectors write them:
 * `table`, `.card`, `#results`, `[type=search]`.
 *
 * @param markup of our own templates: names in small letters, one space before each attribute, values in double quotes
 * @param asked what is worth to be found
 */
export function addTraits(markup: string, asked: ReadonlySet<string>, found: Set<string>): void {
  const find = (trait: string): void => {
    if (asked.has(trait)) found.add(trait);
  };
  for (let open = markup.indexOf('<'); open >= 0; open = markup.indexOf('<', open + 1)) {
    const end = endOfName(markup, open + 1);
    if (end === open + 1) continue;
    find(markup.slice(open + 1, end));
    for (let at = end; markup[at] === ' '; ) at = findInAttribute(markup, at + 1, find);
  }
}

/** @returns where the attribute ends */
function findInAttribute(markup: string, start: number, find: (trait: string) => void): number {
  const equals = endOfName(markup, start);
  // `required`, `open`
  if (markup[equals] !== '=') return equals;
  const end = markup.indexOf('"', equals + 2);
  const name = markup.slice(start, equals);
  if (askedAttributes.has(name)) {
    const value = markup.slice(equals + 2, end);
    if (name === 'class') for (const one of value.split(' ')) find(`.${one}`);
    else find(name === 'id' ? `#${value}` : `[${name}=${value}]`);
  }
  return end + 1;
}

const askedAttributes: ReadonlySet<string> = new Set([
  'class',
  'id',
  'type',
  'dir',
  'rel',
  'data-quiz',
  'data-page',
]);

/** Of an element or attribute. */
function endOfName(markup: string, start: number): number {
  let at = start;
  while (isOfName(markup.charCodeAt(at))) at++;
  return at;
}

const [letterA, letterZ, digit0, digit9, hyphen] = [0x61, 0x7a, 0x30, 0x39, 0x2d];

const isOfName = (code: number): boolean =>
  (code >= letterA && code <= letterZ) || (code >= digit0 && code <= digit9) || code === hyphen;
