/** An immutable map (of the package immutable), as Sveltia hands out entries and fields. */
export interface ImmutableMap {
  get(key: string): unknown;
  getIn(path: readonly (string | number)[]): unknown;
  setIn(path: readonly (string | number)[], value: unknown): ImmutableMap;
  toJS(): Readonly<Record<string, unknown>>;
}
