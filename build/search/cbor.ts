/**
 * The little of CBOR (RFC 8949) that Pagefind's index is written in: natural numbers, texts, and arrays whose length is known.
 */
export interface CborWriter {
  array(length: number): void;
  text(value: string): void;
  number(value: number): void;
  /** How many bytes have been written since they were last taken. */
  readonly length: number;
  /** What has been written, which is forgotten with it. */
  take(): Uint8Array;
}

export function createCborWriter(): CborWriter {
  let buffer = Buffer.allocUnsafe(1 << 16);
  let length = 0;

  function head(majorType: number, value: number): void {
    room(5);
    const type = majorType << 5;
    if (value < 24) buffer[length++] = type | value;
    else if (value < 0x100) {
      buffer[length++] = type | 24;
      buffer[length++] = value;
    } else if (value < 0x10000) {
      buffer[length++] = type | 25;
      length = buffer.writeUInt16BE(value, length);
    } else {
      buffer[length++] = type | 26;
      length = buffer.writeUInt32BE(value, length);
    }
  }

  function room(bytes: number): void {
    if (length + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * (length + bytes));
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  }

  return {
    array: (size) => head(4, size),
    number: (value) => head(0, value),
    text(value) {
      const bytes = Buffer.byteLength(value);
      head(3, bytes);
      room(bytes);
      length += buffer.write(value, length);
    },
    get length() {
      return length;
    },
    take() {
      const taken = Buffer.from(buffer.subarray(0, length));
      length = 0;
      return taken;
    },
  };
}
