/**
 * A short digest, the same on every device: FNV-1a with the finaliser of MurmurHash3. It finds ids again and catches damage; it
 * keeps no secret. (Browsers give their own digests to pages over HTTPS alone, and a mirror in a school may have none.)
 */
export const hash32 = (text: string): number => hashBytes(new TextEncoder().encode(text));

/** @returns 32 bits, unsigned */
export function hashBytes(bytes: Iterable<number>): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
