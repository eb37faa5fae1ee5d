import sharp from 'sharp';

/** Messengers show a link in full width from 600 pixels on. */
const sidePx = 800;
/** Librsvg draws at this density what states its size in pixels (CSS). */
const densityOfPixels = 72;

/** Draws an SVG as a JPEG for those that show a link and draw no SVG. A PNG of few colours is no smaller and takes seven times as long. */
export const drawPreview = (svg: Buffer, { width, height }: { width: number; height: number }) =>
  sharp(svg, { density: densityOfPixels * scaleOf(width, height) })
    .resize({ width: sidePx, height: sidePx, fit: 'inside' })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80 })
    .toBuffer();

/** Of a thread something has to be left over: a renderer refuses what is thinner than a pixel. */
const scaleOf = (width: number, height: number): number =>
  Math.max(sidePx / Math.max(width, height), 1 / Math.min(width, height));
