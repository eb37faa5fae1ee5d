import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { preparePicture } from '../../build/assets/picture.ts';
import type { SourcePath } from '../../build/model/paths.ts';

const place = 'Bishkek 42.8746 N 74.5698 E';
const prepare = async (name: string, bytes: Buffer) => {
  const prepared = await preparePicture(`shared/materials/bag/${name}` as SourcePath, bytes);
  if ('fault' in prepared) throw new Error(prepared.message);
  return { ...prepared, bytes: Buffer.from(prepared.bytes), extension: prepared.path.split('.').at(-1) };
};
const pixelsOf = (picture: Uint8Array): Promise<Buffer> => sharp(picture).ensureAlpha().raw().toBuffer();

/** Three colours on nothing. */
const drawing = (widthPx = 640): Promise<Buffer> => {
  const shapes = '<circle cx="90" cy="90" r="80" fill="#e9b61c"/><path d="M200 20h200v200" fill="#a23487"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="400">${shapes}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
};
/** As a camera sees it: no two neighbours alike. */
const photograph = (): Sharp =>
  sharp({
    create: {
      width: 320,
      height: 200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });

function chunk(type: string, data: string): Buffer {
  const named = Buffer.from(type + data, 'latin1');
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Behind the header, which is always as long. */
const withChunk = (png: Buffer, type: string, data: string): Buffer =>
  Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)]);

test('a small drawing keeps every pixel and loses what its file says of place and time', async () => {
  const source = await drawing();
  const told = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'loCa'].reduce<Buffer>(
    (png, type) => withChunk(png, type, `Comment\0${place}`),
    Buffer.concat([source, Buffer.from(place)]),
  );
  const { bytes, extension, widthPx, heightPx } = await prepare('a.png', told);
  expect({ extension, widthPx, heightPx }).toEqual({ extension: 'png', widthPx: 640, heightPx: 400 });
  expect(bytes.includes('Bishkek')).toBe(false);
  expect(await pixelsOf(bytes)).toEqual(await pixelsOf(source));
});

test('a photograph loses it as well, whatever its kind', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
    const source = await photograph()
      .withExif({ IFD0: { ImageDescription: place }, IFD3: { GPSLatitudeRef: 'N' } })
      .toFormat(format)
      .toBuffer();
    expect(source.includes('Bishkek')).toBe(true);
    const { bytes, extension } = await prepare(`a.${format}`, source);
    expect(extension).toBe('webp');
    expect(bytes.includes('Bishkek')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  }
});

test('a photograph that was reduced to a palette, and a wide drawing, become WebP', async () => {
  const reduced = await photograph().png({ palette: true, dither: 1 }).toBuffer();
  expect((await prepare('a.png', reduced)).extension).toBe('webp');
  expect(await prepare('a.png', await drawing(1280))).toMatchObject({ extension: 'webp', widthPx: 960 });
});

test('a drawing that is turned or coloured by its metadata is made anew', async () => {
  const turned = await sharp(await drawing())
    .png({ palette: true })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect(await prepare('a.png', turned)).toMatchObject({ extension: 'webp', widthPx: 400, heightPx: 640 });
  const coloured = await sharp(await drawing())
    .png({ palette: true })
    .withIccProfile('p3')
    .toBuffer();
  expect((await prepare('a.png', coloured)).extension).toBe('webp');
});

test('a drawing that is cut short or decayed is a fault', async () => {
  const source = await drawing();
  const decayed = Buffer.from(source);
  const middle = source.length >> 1;
  decayed.writeUInt8(decayed.readUInt8(middle) ^ 0xff, middle);
  for (const bytes of [source.subarray(0, middle), decayed])
    await expect(prepare('a.png', bytes)).rejects.toThrow('cannot be read as a picture');
});

test('the size of a drawing is that which a renderer finds', async () => {
  const roots = [
    'width="640" height="400"',
    'height="40px"\twidth="64px" viewBox="0 0 1 9"',
    'width="6.4" height="40"',
    'width="64mm" height="40em"',
    'width="50%" height="40" viewBox="0 0 64 40"',
    'viewBox="0 0 64 40"',
    `aria-label=' width="1" height="1"' width="64" height="40"`,
    `aria-label="a > b" width="64" height="40"`,
    `width='64' height='40' viewBox="0 0 1 1"`,
    'width="064" height="+40"',
    'width=" 64 " height="40"',
    'stroke-width="3" x="1" viewBox="0 0 64 40"',
  ];
  for (const root of roots) {
    const remark = '<!-- width="7" height="7" -->';
    const svg = `${remark}<svg xmlns="http://www.w3.org/2000/svg" ${root}><rect width="5" height="5"/></svg>`;
    const { width, height } = await sharp(Buffer.from(svg)).metadata();
    const { widthPx, heightPx } = await prepare('a.svg', Buffer.from(svg));
    expect([root, widthPx, heightPx]).toEqual([root, width, height]);
  }
});
