import path from 'node:path';
import sharp from 'sharp';
import { fileNameOf, type SourcePath } from '../model/paths.ts';
import { type AssetFile, publishedName } from '../model/published.ts';
import { findUnsafeSvg } from './svg.ts';

export interface PictureFault {
  readonly fault: string;
  readonly message: string;
  readonly hint: string;
}

/** The widest picture that a phone can use. */
const widestPx = 960;
const mostPixels = 100_000_000;

// One thread per picture: the bytes of an encoder may depend on how many threads it had.
sharp.concurrency(1);

export const isPicture = (file: string): boolean => /\.(svg|png|jpe?g|webp|avif)$/i.test(file);

/**
 * Makes a published picture: an SVG as it is once it is proven harmless, any other as WebP without its metadata, which may tell
 * where a child was photographed.
 */
export async function preparePicture(file: SourcePath, bytes: Buffer): Promise<AssetFile | PictureFault> {
  const { name, ext } = path.parse(fileNameOf(file));
  const wanted = ext.slice(1).toLowerCase().replace('jpg', 'jpeg');
  const unsafe = findUnsafeSvg(bytes);
  // What could be a drawing comes before sharp only when it is proven harmless.
  if (unsafe !== undefined && !isRaster(bytes))
    return wanted === 'svg' ? unsafeSvg(file, unsafe) : unreadable(file);
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
    const { format, width, height } = await picture.metadata();
    const found: string = format === 'heif' ? 'avif' : format;
    if (found !== wanted) {
      return {
        fault: 'mislabelled',
        message: `"${fileNameOf(file)}" is in truth a picture of the kind ${found}`,
        hint: `rename it to "${name}.${found}"`,
      };
    }
    if (width * height > mostPixels) return tooLarge(file);
    if (found === 'svg') {
      if (unsafe !== undefined) return unsafeSvg(file, unsafe);
      return {
        path: publishedName(name, ext, bytes),
        sizeBytes: bytes.length,
        bytes,
        widthPx: width,
        heightPx: height,
      };
    }
    const { data, info } = await picture
      .rotate()
      .resize({ width: widestPx, withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer({ resolveWithObject: true });
    return {
      path: publishedName(name, '.webp', data),
      sizeBytes: data.length,
      bytes: data,
      widthPx: info.width,
      heightPx: info.height,
    };
  } catch (error) {
    if (error instanceof Error && error.message.includes('pixel limit')) return tooLarge(file);
    return unreadable(file);
  }
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
