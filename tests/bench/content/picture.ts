import sharp from 'sharp';
import type { Random } from './random.ts';

/** A small picture of its own for an entry. */
export const makePicture = (name: string, random: Random): Promise<Uint8Array> =>
  name.endsWith('.png') ? makePng(random) : Promise.resolve(Buffer.from(makeSvg(random)));

export const [widthPx, heightPx] = [640, 400];

/** Some thirty shapes, about 2 KB. */
function makeSvg(random: Random): string {
  const shapes = Array.from({ length: 30 }, () => {
    const [x, y, size] = [random.below(widthPx), random.below(heightPx), random.between(8, 90)];
    const fill = colour(random);
    return random.chance(0.5)
      ? `<circle cx="${x}" cy="${y}" r="${size}" fill="${fill}"/>`
      : `<path fill="${fill}" d="M${x} ${y}q${size} ${-size} ${size * 2} 0l${-size} ${size}Z"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}">${shapes.join('')}</svg>\n`;
}

/** A flat drawing: PNG is for pictures with few colours. */
function makePng(random: Random): Promise<Uint8Array> {
  const svg = makeSvg(random);
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 32, effort: 1 }).toBuffer();
}

const colour = (random: Random): string => `#${random.below(0x1000000).toString(16).padStart(6, '0')}`;
