import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { preparePicture } from '../../build/assets/picture.ts';
import type { SourcePath } from '../../build/model/paths.ts';

const place = 'Bishkek 42.8746 N 74.5698 E';
const prepare = async (name: string, source: Buffer, withPreview = false) => {
  const prepared = await preparePicture(`shared/materials/bag/${name}` as SourcePath, source, withPreview);
  if ('fault' in prepared) throw new Error(prepared.message);
  const { published, files } = prepared;
  const bytes = Buffer.from(files.get(published.path) ?? '');
  return { ...published, files, bytes, extension: published.path.split('.').at(-1) };
};
const withoutDigests = (paths: Iterable<string>): string[] =>
  [...paths].map((file) => file.replace(/\.[0-9a-f]{8}\./, '.'));
const pixelsOf = (picture: Uint8Array): Promise<Buffer> => sharp(picture).ensureAlpha().raw().toBuffer();

/** Three colours on nothing. */
const drawing = (widthPx = 640): Promise<Buffer> => {
  const shapes = '<circle cx="90" cy="90" r="80" fill="#e9b61c"/><path d="M200 20h200v200" fill="#a23487"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="400">${shapes}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
};
/** As a camera sees it: no two neighbours alike. */
const photograph = (width = 320, height = 200): Sharp =>
  sharp({
    create: {
      width,
      height,
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

test('a photograph loses it as well, whatever its kind, in every file that is made of it', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
    const source = await photograph()
      .withExif({ IFD0: { ImageDescription: place }, IFD3: { GPSLatitudeRef: 'N' } })
      .toFormat(format)
      .toBuffer();
    expect(source.includes('Bishkek')).toBe(true);
    const { files, extension } = await prepare(`a.${format}`, source);
    expect(extension).toBe('jpg');
    for (const bytes of files.values()) {
      expect(Buffer.from(bytes).includes('Bishkek')).toBe(false);
      const { exif, xmp, iptc } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined });
    }
  }
});

test('a photograph is published in three widths as AVIF and WebP, and once as every browser reads it', async () => {
  const { files, renditions, path, widthPx, heightPx } = await prepare(
    'Bag.JPG',
    await photograph(2000, 1000).jpeg().toBuffer(),
  );
  expect(withoutDigests(files.keys())).toEqual([
    '/assets/bag-320.avif',
    '/assets/bag-320.webp',
    '/assets/bag-640.avif',
    '/assets/bag-640.webp',
    '/assets/bag-960.avif',
    '/assets/bag-960.webp',
    '/assets/bag-640.jpg',
  ]);
  expect(withoutDigests([path])).toEqual(['/assets/bag-640.jpg']);
  expect(renditions?.widthsPx).toEqual([320, 640, 960]);
  expect([widthPx, heightPx]).toEqual([960, 480]);
  for (const [file, bytes] of files) {
    const { format, width, height } = await sharp(bytes).metadata();
    const [, named, extension] = /-(\d+)\.\w{8}\.(\w+)$/.exec(file) ?? [];
    expect([file, width, height]).toEqual([file, Number(named), Number(named) / 2]);
    expect({ heif: 'avif', webp: 'webp', jpeg: 'jpg' }[format as 'heif']).toBe(extension);
  }
});

test('no picture is made wider than it is', async () => {
  const prepareOf = async (width: number) =>
    (await prepare('a.jpg', await photograph(width, 100).jpeg().toBuffer())).renditions?.widthsPx;
  expect([await prepareOf(100), await prepareOf(500), await prepareOf(640), await prepareOf(700)]).toEqual([
    [100],
    [320, 500],
    [320, 640],
    [320, 640, 700],
  ]);
});

test('even a picture that no encoder likes costs at most 40 KB at 640 pixels', async () => {
  // Noise, upright, as a telephone takes it.
  const { files } = await prepare('a.jpg', await photograph(1500, 2250).jpeg().toBuffer());
  for (const [file, bytes] of files) {
    const widthPx = Number(/-(\d+)\./.exec(file)?.[1]);
    expect([file, bytes.length <= (widthPx * 40_000) / 640]).toEqual([file, true]);
  }
}, 60_000);

test('what is transparent stays so for every browser, and is as light', async () => {
  const source = await photograph(800, 400)
    .composite([{ input: await drawing(800), blend: 'dest-in' }])
    .png()
    .toBuffer();
  const { files, bytes, extension } = await prepare('a.png', source);
  expect(extension).toBe('png');
  expect(bytes.length).toBeLessThanOrEqual(40_000);
  for (const file of files.values()) expect((await sharp(file).stats()).isOpaque).toBe(false);
});

test('what only could be transparent is a photograph', async () => {
  const { extension } = await prepare('a.png', await photograph().ensureAlpha().png().toBuffer());
  expect(extension).toBe('jpg');
});

test('a photograph that was reduced to a palette, and a drawing that is wide or heavy, are made anew', async () => {
  const reduced = await photograph().png({ palette: true, dither: 1 }).toBuffer();
  expect((await prepare('a.png', reduced)).extension).toBe('jpg');
  expect(await prepare('a.png', await drawing(1280))).toMatchObject({ extension: 'png', widthPx: 960 });
  const heavy = await photograph(900, 900).png({ palette: true, colours: 2, dither: 1 }).toBuffer();
  expect(heavy.length).toBeGreaterThan(40_000);
  expect((await prepare('a.png', heavy)).renditions).toBeDefined();
});

test('a drawing is published as it is, with a picture of it for messengers', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="40"><path d="M0 0h64v40"/></svg>';
  const {
    bytes,
    widthPx,
    heightPx,
    previewPath = '',
    files,
  } = await prepare('a.svg', Buffer.from(svg), true);
  expect([bytes.toString(), widthPx, heightPx]).toEqual([svg, 64, 40]);
  const preview = files.get(previewPath) as Uint8Array;
  const { format, width, height } = await sharp(preview).metadata();
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 800, height: 500 });
  expect([
    ...(await sharp(preview)
      .extract({ left: 740, top: 10, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer()),
  ]).toEqual([0, 0, 0]);
});

test('the sizes of drawings that nobody could draw at once are refused, and odd ones do no harm', async () => {
  const svg = (size: string) =>
    prepare(
      'a.svg',
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}><path d="M0 0h9v9"/></svg>`),
      true,
    );
  await expect(svg('width="99999" height="99999"')).rejects.toThrow('more than 100 million pixels');
  expect(await svg('width="1" height="9000"')).toMatchObject({ widthPx: 1, heightPx: 9000 });
  expect(await svg('viewBox="0 0 64 40"')).toMatchObject({ widthPx: 64, heightPx: 40 });
});

test('a drawing that is turned or coloured by its metadata is made anew', async () => {
  const turned = await sharp(await drawing())
    .png({ palette: true })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect(await prepare('a.png', turned)).toMatchObject({ extension: 'png', widthPx: 400, heightPx: 640 });
  const coloured = await sharp(await drawing())
    .png({ palette: true })
    .withIccProfile('p3')
    .toBuffer();
  expect((await prepare('a.png', coloured)).renditions).toBeDefined();
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
