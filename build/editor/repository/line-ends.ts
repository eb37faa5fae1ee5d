/**
 * Line ends of texts: LF, as Git keeps them, unless the file on disk has those of Windows.
 */
import { blobShaOf } from './blob.ts';

/** Whether most lines end as Windows ends them. */
export function hasWindowsLineEnds(bytes: Uint8Array): boolean {
  let [windows, all] = [0, 0];
  for (let at = bytes.indexOf(lf); at !== -1; at = bytes.indexOf(lf, at + 1)) {
    all++;
    if (at > 0 && bytes[at - 1] === cr) windows++;
  }
  return windows * 2 > all;
}

const [lf, cr] = [0x0a, 0x0d];

export const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

export const withWindowsLineEnds = (text: string): string => withLineFeeds(text).replaceAll('\n', '\r\n');

/**
 * Returns the digests under which Git or the editor may know a text: a checkout can change its line ends and nothing else.
 */
export function shasOfText(bytes: Uint8Array): ReadonlySet<string> {
  const text = Buffer.from(bytes).toString('latin1');
  const ofLatin1 = (other: string): string => blobShaOf(Buffer.from(other, 'latin1'));
  return new Set([blobShaOf(bytes), ofLatin1(withLineFeeds(text)), ofLatin1(withWindowsLineEnds(text))]);
}
