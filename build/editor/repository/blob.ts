import { createHash } from 'node:crypto';

/** The digest that Git gives to a file with these bytes: 40 hexadecimal digits. */
export const blobShaOf = (bytes: Uint8Array): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
