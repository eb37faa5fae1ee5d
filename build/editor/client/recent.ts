/**
 * Results that were asked for last: with every key, the controls of a form, its preview and Sveltia ask the same again.
 */
export class Recent<T> {
  readonly #results = new Map<string, T>();
  readonly #most: number;

  /** @param most how many results are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * @param key of all that the result is made from
   * @throws what `make` throws, which is not kept
   */
  get(key: string, make: () => T): T {
    const known = this.#results.get(key);
    const result = known ?? make();
    this.#results.delete(key);
    this.#results.set(key, result);
    const [oldest] = this.#results.keys();
    if (this.#results.size > this.#most && oldest !== undefined) this.#results.delete(oldest);
    return result;
  }
}
