/** A map of which the keys are known, in their order, and each value is made when it is first asked for. */
export class LazyMap<K, V> implements ReadonlyMap<K, V> {
  readonly #keys: ReadonlySet<K>;
  readonly #make: (key: K) => V;
  readonly #made = new Map<K, V>();

  constructor(keys: Iterable<K>, make: (key: K) => V) {
    this.#keys = new Set(keys);
    this.#make = make;
  }

  get size(): number {
    return this.#keys.size;
  }

  has(key: K): boolean {
    return this.#keys.has(key);
  }

  get(key: K): V | undefined {
    const known = this.#made.get(key);
    if (known !== undefined || !this.#keys.has(key) || this.#made.has(key)) return known;
    const value = this.#make(key);
    this.#made.set(key, value);
    return value;
  }

  keys(): MapIterator<K> {
    return this.#keys.keys();
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
  }

  *entries(): MapIterator<[K, V]> {
    for (const key of this.#keys) yield [key, this.get(key) as V];
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(use: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) use(value, key, this);
  }
}
