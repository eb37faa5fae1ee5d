/**
 * What is known of each content, by its digest: 41 bytes each, where a map with text as its keys takes five times as much.
 *
 * A hash table whose keys are hashes already: their first bytes are the place, and whatever collides goes to the next free one.
 */
import type { Sha256 } from '../../model/paths.ts';

/** Bits of what is known. `has…`: a manifest names such a copy. `is…`: it was looked through and is what its name says. */
export const marks = {
  isTrue: 1,
  hasBr: 2,
  hasGz: 4,
  isBrTrue: 8,
  isGzTrue: 16,
  /** It is there, and is not what its name says. */
  isDamaged: 32,
  isBrDamaged: 64,
  isGzDamaged: 128,
} as const;

export class DigestTable {
  #keys = Buffer.alloc(firstSlots * keyBytes);
  #marks = new Uint8Array(firstSlots);
  #bytes = new Float64Array(firstSlots).fill(free);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** @param mark is added to what is known of it */
  add(sha256: Sha256, bytes: number, mark: number): void {
    if (this.#count * 2 >= this.#marks.length) this.#grow();
    const key = Buffer.from(sha256, 'hex');
    this.#put(key, bytes, mark);
  }

  has(sha256: Sha256): boolean {
    return this.#bytes[this.#slotOf(Buffer.from(sha256, 'hex'))] !== free;
  }

  /** How long the content is. */
  bytesOf(sha256: Sha256): number {
    return this.#bytes[this.#slotOf(Buffer.from(sha256, 'hex'))] ?? 0;
  }

  is(sha256: Sha256, mark: number): boolean {
    return ((this.#marks[this.#slotOf(Buffer.from(sha256, 'hex'))] ?? 0) & mark) === mark;
  }

  mark(sha256: Sha256, mark: number): void {
    const slot = this.#slotOf(Buffer.from(sha256, 'hex'));
    this.#marks[slot] = (this.#marks[slot] ?? 0) | mark;
  }

  unmark(sha256: Sha256, mark: number): void {
    const slot = this.#slotOf(Buffer.from(sha256, 'hex'));
    this.#marks[slot] = (this.#marks[slot] ?? 0) & ~mark;
  }

  /** Gives those that have all of some marks, and none of others. */
  *where(all: number, none: number): Generator<Sha256> {
    for (let slot = 0; slot < this.#marks.length; slot++) {
      const mark = this.#marks[slot] ?? 0;
      if (this.#bytes[slot] === free || (mark & all) !== all || (mark & none) !== 0) continue;
      yield this.#keys.toString('hex', slot * keyBytes, (slot + 1) * keyBytes) as Sha256;
    }
  }

  #put(key: Buffer, bytes: number, mark: number): void {
    const slot = this.#slotOf(key);
    if (this.#bytes[slot] === free) {
      key.copy(this.#keys, slot * keyBytes);
      this.#bytes[slot] = bytes;
      this.#count++;
    }
    this.#marks[slot] = (this.#marks[slot] ?? 0) | mark;
  }

  /** Returns where it is, or where it would be. */
  #slotOf(key: Buffer): number {
    const slots = this.#marks.length;
    for (let slot = key.readUInt32BE(0) % slots; ; slot = (slot + 1) % slots)
      if (this.#bytes[slot] === free || key.compare(this.#keys, slot * keyBytes, (slot + 1) * keyBytes) === 0)
        return slot;
  }

  #grow(): void {
    const [keys, known, bytes] = [this.#keys, this.#marks, this.#bytes];
    const slots = known.length * 2;
    this.#keys = Buffer.alloc(slots * keyBytes);
    this.#marks = new Uint8Array(slots);
    this.#bytes = new Float64Array(slots).fill(free);
    this.#count = 0;
    for (let slot = 0; slot < known.length; slot++)
      if (bytes[slot] !== free)
        this.#put(keys.subarray(slot * keyBytes, (slot + 1) * keyBytes), bytes[slot] ?? 0, known[slot] ?? 0);
  }
}

const keyBytes = 32;
const firstSlots = 4096;
const free = -1;
