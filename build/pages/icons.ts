/**
 * The icons of a national site.
 *
 * In: its theme. Out: the mark as SVG for browsers that take it, and as PNG in the sizes that systems ask for; flat colours, so
 * that a start screen costs a few kilobytes.
 */
import sharp from 'sharp';
import { type MarkShape, markColour, markSvg } from '../../templates/icons/mark.ts';
import type { Theme } from '../../templates/styles/stylesheet.ts';
import { publishedName } from '../model/published.ts';

export interface Icons {
  /** The ground of the mark. */
  readonly colour: string;
  /** For the tabs of browsers. */
  readonly svg: IconFile;
  /** For launchers, by their side in pixels. */
  readonly png192: PngFile;
  readonly png512: PngFile;
  /** To the edges: Android cuts its own shape out of it. */
  readonly maskable512: PngFile;
  /** To the edges: iOS rounds its corners. */
  readonly touch180: PngFile;
  /** For browsers that ask for `/favicon.ico` without being told to. */
  readonly favicon: Uint8Array;
}

export interface IconFile {
  /** Site path, with a digest: `/assets/icon.1a2b3c4d.svg`. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly bytes: Uint8Array;
}

export interface PngFile extends IconFile {
  readonly widthPx: number;
  readonly heightPx: number;
}

// One thread per picture: the bytes of an encoder may depend on how many threads it had.
sharp.concurrency(1);

/** Returns the icons; the same drawing gives the same bytes. */
export async function drawIcons(theme: Theme): Promise<Icons> {
  const patch = markSvg(theme, 'patch');
  const full = markSvg(theme, 'full');
  const svg = Buffer.from(patch);
  const [png192, png512, maskable512, touch180, png32] = await Promise.all([
    drawPng(patch, 192),
    drawPng(patch, 512),
    drawPng(full, 512),
    drawPng(full, 180),
    drawPng(patch, 32),
  ]);
  return {
    colour: markColour(theme),
    svg: { path: publishedName('icon', '.svg', svg), sizeBytes: svg.length, bytes: svg },
    png192: published('patch', 192, png192),
    png512: published('patch', 512, png512),
    maskable512: published('full', 512, maskable512),
    touch180: published('full', 180, touch180),
    favicon: iconFile(png32, 32),
  };
}

const published = (shape: MarkShape, sidePx: number, bytes: Uint8Array): PngFile => ({
  path: publishedName(`icon-${shape}-${sidePx}`, '.png', bytes),
  sizeBytes: bytes.length,
  bytes,
  widthPx: sidePx,
  heightPx: sidePx,
});

/** The drawing is 96 px wide at 72 dots per inch. */
const drawPng = (svg: string, sidePx: number): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: (72 * sidePx) / 96 })
    .resize(sidePx, sidePx)
    .png({ palette: true, colours: 16, dither: 0, effort: 4 })
    .toBuffer();

/** An ICO file of one PNG: a directory with one entry before it. */
function iconFile(png: Uint8Array, sidePx: number): Uint8Array {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2); // an icon
  header.writeUInt16LE(1, 4); // one picture
  header.writeUInt8(sidePx, 6);
  header.writeUInt8(sidePx, 7);
  header.writeUInt16LE(1, 10); // planes
  header.writeUInt16LE(32, 12); // bits per pixel
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
