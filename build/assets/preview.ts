import sharp from 'sharp';

/** As large as messengers show a link at most. */
const sidePx = 1200;
/** Librsvg draws at this density what states its size in pixels (CSS). */
const densityOfPixels = 72;

/** Draws an SVG as a PNG for those that show a link and draw no SVG: a few flat colours, hence small. */
export const drawPreview = (svg: Buffer, { width, height }: { width: number; height: number }) =>
  sharp(svg, { density: densityOfPixels * scaleOf(width, height) })
    .resize({ width: sidePx, height: sidePx, fit: 'inside' })
    .flatten({ background: '#fff' })
    .png({ palette: true, colours: 64, dither: 0, effort: 4 })
    .toBuffer();

/** Of a thread something has to be left over: a renderer refuses what is thinner than a pixel. */
const scaleOf = (width: number, height: number): number =>
  Math.max(sidePx / Math.max(width, height), 1 / Math.min(width, height));
