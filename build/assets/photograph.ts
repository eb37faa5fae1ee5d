/**
 * Makes of a photograph the files that a `<picture>` offers: in every width as AVIF and WebP, and one that every browser reads.
 *
 * None has metadata, which may tell where a child was photographed; of each width none is heavier than a teacher should pay for.
 */
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import {
  type RenditionFormat,
  renditionFormats,
  renditionPath,
} from '../../templates/components/picture/renditions.ts';
import { fileNameOf, type SourcePath } from '../model/paths.ts';
import { nameDigest, type PreparedAsset } from '../model/published.ts';

/** Small screens and thumbnails; phones; columns of text on screens of twice the density. */
const widthsPx = [320, 640, 960] as const;
export const widestPx = widthsPx[2];
const fallbackWidthPx = widthsPx[1];

/** 40 KB at 640 pixels. */
const mostBytesPerPixelOfWidth = 62.5;

/** Where nobody sees the loss yet (out of 100, on the scale of each encoder). */
const firstQuality = { avif: 50, webp: 72, jpg: 72 } as const;
/** Of a picture with transparent parts: as many colours as a PNG with a palette may have. */
const mostColours = 256;

interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** @throws the error of sharp, when it cannot read the picture */
export async function preparePhotograph(file: SourcePath, picture: Sharp): Promise<PreparedAsset> {
  const whole = await withoutIdleAlpha(await pixelsOf(picture.rotate(), widestPx));
  const sizes = await Promise.all(widthsOf(whole).map((width) => resized(whole, width)));
  const encoded: { width: number; format: RenditionFormat | 'jpg' | 'png'; bytes: Buffer }[] = [];
  for (const pixels of sizes)
    for (const format of renditionFormats)
      encoded.push({ width: pixels.width, format, bytes: await encodeLossy(pixels, format) });
  const small = sizes.findLast(({ width }) => width <= fallbackWidthPx) as Pixels;
  const format = isTransparent(small) ? 'png' : 'jpg';
  const bytes = format === 'png' ? await encodePng(small) : await encodeLossy(small, format);
  encoded.push({ width: small.width, format, bytes });
  const renditions = {
    stem: `/assets/${path.parse(fileNameOf(file)).name.toLowerCase()}`,
    digest: nameDigest(Buffer.concat(encoded.map((one) => one.bytes))),
    widthsPx: sizes.map(({ width }) => width),
  };
  return {
    published: {
      path: renditionPath(renditions, small.width, format),
      sizeBytes: bytes.length,
      widthPx: whole.width,
      heightPx: whole.height,
      renditions,
    },
    files: new Map(encoded.map((one) => [renditionPath(renditions, one.width, one.format), one.bytes])),
  };
}

/** No picture is made wider than it is. */
const widthsOf = ({ width: ownPx }: Pixels): number[] => [
  ...widthsPx.filter((widthPx) => widthPx < ownPx),
  ownPx,
];

async function pixelsOf(picture: Sharp, widthPx: number): Promise<Pixels> {
  const fitting = picture.resize({ width: widthPx, withoutEnlargement: true }).toColourspace('srgb');
  const { data, info } = await fitting.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** Many programs write transparency where nothing is transparent. */
async function withoutIdleAlpha(pixels: Pixels): Promise<Pixels> {
  const { isOpaque } = await read(pixels).stats();
  return isTransparent(pixels) && isOpaque ? pixelsOf(read(pixels).removeAlpha(), pixels.width) : pixels;
}

const read = ({ data, ...raw }: Pixels): Sharp => sharp(data, { raw });

async function resized(whole: Pixels, widthPx: number): Promise<Pixels> {
  return widthPx === whole.width ? whole : pixelsOf(read(whole), widthPx);
}

const isTransparent = ({ channels }: Pixels): boolean => channels === 2 || channels === 4;

/** The first quality that keeps the weight. */
async function encodeLossy(pixels: Pixels, format: RenditionFormat | 'jpg'): Promise<Buffer> {
  const mostBytes = pixels.width * mostBytesPerPixelOfWidth;
  for (let quality: number = firstQuality[format]; ; ) {
    const bytes = await encoders[format](read(pixels), quality).toBuffer();
    if (bytes.length <= mostBytes || quality === 1) return bytes;
    // Never by a guess that loses more than half.
    const ratio = Math.min(0.9, Math.max(0.5, mostBytes / bytes.length));
    quality = Math.max(1, Math.floor(quality * ratio));
  }
}

const encoders: Readonly<Record<RenditionFormat | 'jpg', (picture: Sharp, quality: number) => Sharp>> = {
  // A higher effort takes ten times as long to save a thirtieth.
  avif: (picture, quality) => picture.avif({ quality, effort: 2 }),
  webp: (picture, quality) => picture.webp({ quality, effort: 4 }),
  jpg: (picture, quality) => picture.jpeg({ quality, mozjpeg: true }),
};

/** The most colours that keep the weight, for browsers that know neither AVIF nor WebP. */
async function encodePng(pixels: Pixels): Promise<Buffer> {
  const mostBytes = pixels.width * mostBytesPerPixelOfWidth;
  for (let colours = mostColours; ; colours /= 2) {
    const bytes = await read(pixels).png({ palette: true, colours, dither: 0, effort: 7 }).toBuffer();
    if (bytes.length <= mostBytes || colours === 2) return bytes;
  }
}
