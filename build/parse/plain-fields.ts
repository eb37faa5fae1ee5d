/**
 * Reads fields of the shape that nearly all texts have, without the YAML parser: maps and lists in lines of their own, and values
 * that stand on one line, plain or in quotes. It took 20 µs where the parser took 330, of the 1,200 µs that a text cost in all.
 *
 * In: YAML. Out: what the parser would have found in it without a fault, or nothing where that is not certain: then the parser has to
 * look. `tests/parse/plain-fields.test.ts` holds the two against each other.
 */
import type { Data, Value } from '../model/document.ts';

/** @returns nothing for comments, values of several lines, brackets, escapes, faults and whatever else is rare */
export function readPlainFields(text: string): Data | undefined {
  const reader = new Reader(text);
  const data = reader.map(0);
  return data !== undefined && reader.isAtEnd ? data : undefined;
}

/** Far below what the parser would take; deeper or wider indentation is seldom meant. */
const widestIndent = 20;

const keyPattern = /([A-Za-z][A-Za-z0-9_-]{0,60}):(?:[ \n]|$)/y;
const itemMark = '- ';

/**
 * A line at a time. Each method gives nothing when it meets what it does not know, wherever it stands then.
 */
class Reader {
  readonly #text: string;
  /** Where the content of the line begins. */
  #at = 0;
  /** Column of the content of the line, from 0; -1 at the end. */
  #indent = -1;

  constructor(text: string) {
    this.#text = text;
    this.#startLine(0);
  }

  get isAtEnd(): boolean {
    return this.#indent === -1;
  }

  /** Fields in one column, the first of them in this line. */
  map(indent: number): Data | undefined {
    const entries: [string, Value][] = [];
    const keys = new Set<string>();
    while (this.#indent === indent) {
      keyPattern.lastIndex = this.#at;
      const key = keyPattern.exec(this.#text)?.[1];
      if (key === undefined || keys.has(key)) return undefined;
      keys.add(key);
      this.#at += key.length + 1;
      const value = this.#isLineEnd() ? this.#below(indent) : this.#scalar(this.#at + 1);
      if (value === undefined) return undefined;
      entries.push([key, value]);
    }
    // As the parser builds it: `__proto__` would be a field like any other.
    return entries.length > 0 && this.#indent < indent ? Object.fromEntries(entries) : undefined;
  }

  /** What stands on the lines below a key: more fields, a list, or nothing at all. */
  #below(indent: number): Value | undefined {
    this.#startLine(this.#at + 1);
    const inner = this.#indent;
    const isList = this.#text.startsWith(itemMark, this.#at);
    if (inner >= indent && isList) return this.#list(inner, indent);
    if (inner <= indent) return null;
    return inner > widestIndent ? undefined : this.map(inner);
  }

  /** @param parent column of the key, in which a list may stand as well */
  #list(indent: number, parent: number): Value | undefined {
    const items: Value[] = [];
    while (this.#indent === indent && this.#text.startsWith(itemMark, this.#at)) {
      const item = this.#item(indent + itemMark.length);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return this.#indent < indent || this.#indent === parent ? items : undefined;
  }

  /** A value, or fields of which the first stands behind the mark. */
  #item(indent: number): Value | undefined {
    const start = this.#at + itemMark.length;
    keyPattern.lastIndex = start;
    if (!keyPattern.test(this.#text)) return this.#scalar(start);
    this.#at = start;
    this.#indent = indent;
    return this.map(indent);
  }

  /** The rest of the line. */
  #scalar(start: number): Value | undefined {
    const end = this.#lineEnd();
    const value = scalarOf(this.#text.slice(start, end));
    this.#startLine(end + 1);
    return value;
  }

  #isLineEnd(): boolean {
    return this.#at >= this.#text.length || this.#text.charCodeAt(this.#at) === lineFeed;
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end === -1 ? this.#text.length : end;
  }

  /** Goes to the next line that is not empty. */
  #startLine(from: number): void {
    let start = from;
    while (this.#text.charCodeAt(start) === lineFeed) start++;
    this.#at = start;
    while (this.#text.charCodeAt(this.#at) === space) this.#at++;
    this.#indent = this.#at < this.#text.length ? this.#at - start : -1;
  }
}

const lineFeed = 0x0a;
const space = 0x20;

/** YAML 1.2, core schema (10.3): what could be anything but the text that it looks like is left to the parser. */
function scalarOf(written: string): Value | undefined {
  const [, quoted] = inQuotes.exec(written) ?? [];
  if (quoted !== undefined) return quoted;
  if (written === 'true') return true;
  if (written === 'false') return false;
  if (wholeNumber.test(written)) return Number(written);
  if (notANumber.test(written)) return written;
  return startOfText.test(written) && !special.test(written) && !reserved.has(written) ? written : undefined;
}

/** Double quotes without escapes; brackets count as nesting wherever they stand. */
const inQuotes = /^"([^"\\[\]{}\p{Cc}\ufeff]*)"$/u;
const wholeNumber = /^(?:0|[1-9]\d{0,9})$/;
/** A date, or a hash with a letter that no number has. */
const notANumber = /^\d{4}-\d{2}-\d{2}$|^(?=[0-9e]*[abcdf])[0-9a-f]{16}$/;

/** A letter, a quotation mark that YAML takes for one, or a digit before something that is in no number. */
const startOfText = /^(?:[\p{L}«„“”‘’]|\d.*[^\dA-Fa-fxo.+-])/u;
/** Where a plain text would end or go on as something else. */
const special = /: | #|[:\s]$|[[\]{}\p{Cc}\ufeff]/u;
const reserved = new Set(['null', 'Null', 'NULL', 'True', 'TRUE', 'False', 'FALSE']);
