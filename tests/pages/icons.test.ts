import sharp from 'sharp';
import { expect, test } from 'vitest';
import { findUnsafeSvg } from '../../build/assets/svg.ts';
import { drawIcons } from '../../build/pages/icons.ts';

const motif = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 1h22v22H1Z"/></svg>';
const theme = { accent: '#0e7c86', motifSvg: motif };

test('each icon is as large as it says, and small to fetch', async () => {
  const { png192, png512, maskable512, touch180 } = await drawIcons(theme);
  for (const [icon, sidePx] of [
    [png192, 192],
    [png512, 512],
    [maskable512, 512],
    [touch180, 180],
  ] as const) {
    const { format, width, height } = await sharp(icon.bytes).metadata();
    expect([format, width, height, icon.widthPx]).toEqual(['png', sidePx, sidePx, sidePx]);
    expect(icon.sizeBytes).toBeLessThan(12_000);
    expect(icon.path).toMatch(/^\/assets\/icon-\w+-\d+\.[0-9a-f]{8}\.png$/);
  }
});

test('icons of systems that cut their own shape have no clear corner, the others do', async () => {
  const { png192, maskable512, touch180 } = await drawIcons(theme);
  const corner = async (bytes: Uint8Array): Promise<number | undefined> =>
    (await sharp(bytes).ensureAlpha().extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer())[3];
  expect(await corner(png192.bytes)).toBe(0);
  expect(await corner(maskable512.bytes)).toBe(255);
  expect(await corner(touch180.bytes)).toBe(255);
});

test('the motif is dyed, whichever colour it is drawn in', async () => {
  const middle = async (bytes: Uint8Array): Promise<number[]> => [
    ...(await sharp(bytes)
      .removeAlpha()
      .extract({ left: 90, top: 90, width: 1, height: 1 })
      .raw()
      .toBuffer()),
  ];
  const blue = motif.replace('<path', '<path fill="#00f"');
  const light = [255, 253, 248];
  expect(await middle((await drawIcons(theme)).touch180.bytes)).toEqual(light);
  expect(await middle((await drawIcons({ ...theme, motifSvg: blue })).touch180.bytes)).toEqual(light);
  expect(await middle((await drawIcons({ accent: '#0e7c86' })).touch180.bytes)).toEqual(light);
});

test('the same drawing gives the same bytes, the drawing is harmless, and the icon file is one', async () => {
  const [a, b] = [await drawIcons(theme), await drawIcons(theme)];
  expect(a).toEqual(b);
  expect(findUnsafeSvg(Buffer.from(a.svg.bytes))).toBeUndefined();
  expect([...a.favicon.slice(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
  const { format, width } = await sharp(a.favicon.slice(22)).metadata();
  expect([format, width]).toEqual(['png', 32]);
});
