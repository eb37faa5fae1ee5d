import path from 'node:path';
import sharp, { type Metadata } from 'sharp';
import { fileNameOf, type SourcePath } from '../model/paths.ts';
import { type PreparedAsset, publishedName } from '../model/published.ts';
import { preparePhotograph, widestPx } from './photograph.ts';
import { barePng } from './png.ts';
import { drawPreview } from './preview.ts';
import { findUnsafeSvg } from './svg.ts';
import { type Size, statedSize } from './svg-size.ts';

export interface PictureFault {
  readonly fault: string;
  readonly message: string;
  readonly hint: string;
}

const mostPixels = 100_000_000;
/** A photograph that was reduced to a palette takes several times as much. */
const mostBitsPerPixel = 1;
/** What a picture may weigh on a phone. */
const mostDrawingBytes = 40_000;

// One thread per picture: the bytes of an encoder may depend on how many threads it had.
sharp.concurrency(1);
// Each is read once.
sharp.cache(false);

/** Of what sharp reads: no more memory than a picture needs, and no picture of which a part is missing. */
const reading = { limitInputPixels: mostPixels, failOn: 'error' } as const;

/**
 * Makes a published picture: an SVG as it is once it is proven harmless, any other without its metadata, which may tell where a
 * child was photographed. A drawing that is small already keeps its pixels, any other picture is made anew in several widths.
 *
 * @param withPreview whether a drawing is also drawn as pixels
 */
export async function preparePicture(
  file: SourcePath,
  bytes: Buffer,
  withPreview = false,
): Promise<PreparedAsset | PictureFault> {
  const { name, ext } = path.parse(fileNameOf(file));
  const wanted = ext.slice(1).toLowerCase().replace('jpg', 'jpeg');
  const unsafe = findUnsafeSvg(bytes);
  // What could be a drawing comes before sharp only when it is proven harmless.
  if (unsafe !== undefined && !isRaster(bytes))
    return wanted === 'svg' ? unsafeSvg(file, unsafe) : unreadable(file);
  try {
    // What states its size needs no renderer.
    const stated = unsafe === undefined && wanted === 'svg' ? statedSize(bytes) : undefined;
    if (stated !== undefined)
      return isTooLarge(stated) ? tooLarge(file) : await publishedDrawing(file, bytes, stated, withPreview);
    const picture = sharp(bytes, reading);
    const metadata = await picture.metadata();
    const found: string = metadata.format === 'heif' ? 'avif' : metadata.format;
    if (found !== wanted) {
      return {
        fault: 'mislabelled',
        message: `"${fileNameOf(file)}" is in truth a picture of the kind ${found}`,
        hint: `rename it to "${name}.${found}"`,
      };
    }
    if (isTooLarge(metadata)) return tooLarge(file);
    if (found === 'svg')
      return unsafe === undefined
        ? await publishedDrawing(file, bytes, metadata, withPreview)
        : unsafeSvg(file, unsafe);
    const drawing = smallDrawing(bytes, metadata);
    if (drawing === undefined) return await preparePhotograph(file, picture);
    // Only a decoder can tell that its chunks make a picture.
    await sharp(drawing, reading).raw().toBuffer();
    return publishedAs(file, '.png', drawing, metadata);
  } catch (error) {
    if (error instanceof Error && error.message.includes('pixel limit')) return tooLarge(file);
    return unreadable(file);
  }
}

const isTooLarge = ({ width, height }: Size): boolean => width * height > mostPixels;

function publishedAs(file: SourcePath, extension: string, bytes: Buffer, size: Size): PreparedAsset {
  const sitePath = publishedName(path.parse(fileNameOf(file)).name, extension, bytes);
  return {
    published: { path: sitePath, sizeBytes: bytes.length, widthPx: size.width, heightPx: size.height },
    files: new Map([[sitePath, bytes]]),
  };
}

async function publishedDrawing(
  file: SourcePath,
  authored: Buffer,
  size: Size,
  withPreview: boolean,
): Promise<PreparedAsset> {
  const svg = withLineFeeds(authored);
  const { published, files } = publishedAs(file, '.svg', svg, size);
  if (!withPreview) return { published, files };
  const preview = await drawPreview(svg, size);
  const previewPath = publishedName(path.parse(fileNameOf(file)).name, '.jpg', preview);
  return { published: { ...published, previewPath }, files: new Map([...files, [previewPath, preview]]) };
}

/** As every reader of XML takes it (XML 1.0, 2.11), so that a checkout of Windows publishes the same file. */
const withLineFeeds = (svg: Buffer): Buffer =>
  svg.includes('\r') ? Buffer.from(svg.toString('utf8').replace(/\r\n?/g, '\n')) : svg;

/**
 * A drawing of few colours as its author made it, when lossy WebP would only blur its edges and be no smaller for it; nothing for what
 * has to be made anew: a photograph, what is too wide, what is turned or coloured by its metadata.
 */
function smallDrawing(bytes: Buffer, metadata: Metadata): Buffer | undefined {
  const { format, isPalette, width, height, orientation = 1, hasProfile } = metadata;
  if (format !== 'png' || !isPalette || width > widestPx || orientation !== 1 || hasProfile) return undefined;
  const bare = barePng(bytes);
  const isSmall =
    bare !== undefined && bare.length <= Math.min(mostDrawingBytes, (width * height * mostBitsPerPixel) / 8);
  return isSmall ? bare : undefined;
}

/** How PNG, JPEG, GIF, WebP, AVIF and its kin, and TIFF begin; no text does. */
const isRaster = (bytes: Buffer): boolean =>
  /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP|\0{3}.ftyp|II\*\0|MM\0\*)/s.test(
    bytes.toString('latin1', 0, 12),
  );

const unsafeSvg = (file: SourcePath, unsafe: string): PictureFault => ({
  fault: 'unsafe-svg',
  message: `"${fileNameOf(file)}" holds ${unsafe}; only plain drawings can be published`,
  hint: 'save it anew: in Inkscape as "Plain SVG", or as "Optimized SVG" without metadata; in Illustrator with "Presentation Attributes"; without scripts, links and animations',
});

const unreadable = (file: SourcePath): PictureFault => ({
  fault: 'unreadable',
  message: `"${fileNameOf(file)}" cannot be read as a picture`,
  hint: 'open it in an image program and export it anew',
});

const tooLarge = (file: SourcePath): PictureFault => ({
  fault: 'too-large',
  message: `"${fileNameOf(file)}" has more than 100 million pixels`,
  hint: 'scale it down; 1920 pixels are wide enough',
});
