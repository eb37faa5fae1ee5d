/**
 * Applies a patch: a frame of zstd (RFC 8878) that was compressed with older bytes as its dictionary.
 *
 * The decoder at hand knows no dictionaries, and the zlib of Node 20 no zstd. So it is given a frame of our own: first the older bytes,
 * stored as they are, then the blocks of the patch. Their distances then lead to where the dictionary would be, since a dictionary that
 * is plain content stands right before what is compressed (RFC 8878, 5).
 */
import { decompress } from 'fzstd';

/** Older and newer bytes together: it is held in memory twice, and the decoder reads no longer distances than twice of it. */
export const mostPatchedBytes = 32 * 1024 * 1024;

/**
 * Returns the newer bytes; nothing where the patch is none for them. Whether they are right their digests tell.
 *
 * @param old all of the older bytes, in parts
 * @param bytes how many newer ones there are
 */
export function decodePatch(
  old: readonly Uint8Array[],
  patch: Uint8Array,
  bytes: number,
): Uint8Array | undefined {
  const oldBytes = old.reduce((sum, { length }) => sum + length, 0);
  const blocks = blocksOf(patch);
  if (blocks === undefined || oldBytes + bytes > mostPatchedBytes) return undefined;
  try {
    const all = decompress(joinFrame(old, oldBytes, blocks, oldBytes + bytes));
    return all.length === oldBytes + bytes ? all.subarray(oldBytes) : undefined;
  } catch {
    // The decoder runs over the ends of what is no frame, in many ways.
    return undefined;
  }
}

/** RFC 8878, 3.1.1: magic number, descriptor of the frame, window, dictionary, size of the content; blocks; checksum. */
function blocksOf(frame: Uint8Array): Uint8Array | undefined {
  const [m0, m1, m2, m3, descriptor] = frame;
  if (m0 !== 0x28 || m1 !== 0xb5 || m2 !== 0x2f || m3 !== 0xfd || descriptor === undefined) return undefined;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const start = 5 + (isSingleSegment ? 0 : 1) + dictionaryBytes + sizeBytes;
  const end = endOfBlocks(frame, start);
  return end === undefined ? undefined : frame.subarray(start, end);
}

/** Returns where the last block ends, so that nothing behind it is read as another frame; nothing when it is cut short. */
function endOfBlocks(frame: Uint8Array, start: number): number | undefined {
  for (let at = start; ; ) {
    const [b0, b1, b2] = frame.subarray(at, at + blockHeaderBytes);
    if (b0 === undefined || b1 === undefined || b2 === undefined) return undefined;
    const size = (b0 >> 3) | (b1 << 5) | (b2 << 13);
    const type = (b0 >> 1) & 3;
    at += blockHeaderBytes + (type === repeatedBlock ? 1 : size);
    if (at > frame.length) return undefined;
    if ((b0 & 1) === 1) return at;
  }
}

const repeatedBlock = 1;
const blockHeaderBytes = 3;
const mostBlockBytes = 128 * 1024;

/** A single segment with a size of eight bytes, and no checksum: that of the patch knows nothing of the older bytes. */
function joinFrame(
  old: readonly Uint8Array[],
  oldBytes: number,
  blocks: Uint8Array,
  allBytes: number,
): Uint8Array {
  const headers = old.reduce((sum, { length }) => sum + Math.ceil(length / mostBlockBytes), 0);
  const frame = Buffer.alloc(frameHeaderBytes + headers * blockHeaderBytes + oldBytes + blocks.length);
  frame.writeUInt32LE(0xfd2fb528, 0);
  frame.writeUInt8(0b1110_0000, 4);
  frame.writeUIntLE(allBytes, 5, 6);
  let at = frameHeaderBytes;
  for (const part of old)
    for (let start = 0; start < part.length; start += mostBlockBytes) {
      const piece = part.subarray(start, start + mostBlockBytes);
      frame.writeUIntLE(piece.length << 3, at, blockHeaderBytes);
      frame.set(piece, at + blockHeaderBytes);
      at += blockHeaderBytes + piece.length;
    }
  frame.set(blocks, at);
  return frame;
}

const frameHeaderBytes = 13;
