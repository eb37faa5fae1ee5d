/**
 * Reads what a request carries, as far as it may.
 */
import type { IncomingMessage } from 'node:http';
import { type Refusal, refusal } from './answers.ts';

/** A film of 45 MB: what is sent is a third longer than the file. */
export const mostBodyBytes = 64 * 1024 * 1024;

/**
 * Returns the JSON that a request carries. A body that is too long is refused before it is read, or where it passes the limit;
 * what was read until then is let go.
 *
 * @throws the error of the connection when it ends before the body does
 */
export async function readJson(request: IncomingMessage): Promise<{ readonly value: unknown } | Refusal> {
  if (Number(request.headers['content-length'] ?? 0) > mostBodyBytes) return tooLong;
  const bytes = await readBytes(request);
  if (bytes === undefined) return tooLong;
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return refusal(
      400,
      'What the editor sent is not valid JSON, so nothing was saved. Load the editor anew and try again.',
    );
  }
}

const tooLong = refusal(
  413,
  `More than ${mostBodyBytes / 1024 / 1024} MB cannot be saved at once, so nothing was saved. Make the files smaller, save them one by one, or put them into the folder of the entry yourself.`,
);

/** Returns nothing, and stops reading, when there is too much. */
function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBodyBytes) return void chunks.push(chunk);
      chunks = [];
      request.removeAllListeners('data').pause();
      resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The connection ended before everything had come.')));
  });
}
