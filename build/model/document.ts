import type { Range } from '../diagnostics/diagnostic.ts';
import type { Place } from './place.ts';
import type { SourceFile } from './source.ts';

/** What front matter and YAML files hold: plain JSON. Dates, `1.10` and `045` are kept as they were written. */
export type Data = Readonly<Record<string, Value>>;
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** The way to a value: keys of maps and positions in lists. */
export type Pointer = readonly (string | number)[];

/** Where values stand in their file, for diagnostics. */
export interface Positions {
  /** The value, or when there is none the nearest map that should hold it. */
  value(pointer: Pointer): Range;
  /** The key of a field. */
  key(pointer: Pointer): Range;
  /** A plain value exactly as its author wrote it: `1.10`. */
  written(pointer: Pointer): string | undefined;
}

/** A file after parsing: its fields, where they stand, and the Markdown below them. */
export interface Document<P extends Place = Place> extends SourceFile<P> {
  readonly data: Data;
  readonly positions: Positions;
  /** Empty for YAML files. */
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}
