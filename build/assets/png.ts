/**
 * What is seen of a PNG, without what only its file says: where and when it was made, by whom and with what.
 *
 * The chunks are copied as they are; whether they make a picture is for a decoder to find out.
 */

/** The signature (PNG, 3rd edition, 5.2). */
const signatureBytes = 8;
/** Length, type and CRC around the data of a chunk (5.3). */
const frameBytes = 12;
/** A list of what stays, as no list of what tells a place would ever be complete (11.2, 11.3.1.1). */
const visible = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** @returns nothing when the file ends before its last chunk does */
export function barePng(png: Buffer): Buffer | undefined {
  const kept = [png.subarray(0, signatureBytes)];
  for (let start = signatureBytes; start + frameBytes <= png.length; ) {
    const end = start + frameBytes + png.readUInt32BE(start);
    if (end > png.length) return undefined;
    const type = png.toString('latin1', start + 4, start + 8);
    if (visible.has(type)) kept.push(png.subarray(start, end));
    if (type === 'IEND') return Buffer.concat(kept);
    start = end;
  }
  return undefined;
}
