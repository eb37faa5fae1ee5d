/**
 * Colours in OKLCH and their contrast, as far as the themes need them.
 *
 * OKLab: Björn Ottosson, https://bottosson.github.io/posts/oklab/. Contrast: WCAG 2.2, “contrast ratio”.
 */

/** `#b23a2e`, six digits. */
export type HexColour = `#${string}`;

export interface Oklch {
  /** 0–1 */
  readonly lightness: number;
  readonly chroma: number;
  readonly hueRadians: number;
}

/** Thrown for a colour that is not written with six hexadecimal digits. */
export class ColourError extends Error {
  override readonly name = 'ColourError';
}

/** @throws {ColourError} */
export function hexColour(text: string): HexColour {
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw new ColourError(`“${text}” is not a colour: write it as #b23a2e.`);
  return text.toLowerCase() as HexColour;
}

/** From 1 (none) to 21 (black on white). */
export function contrast(one: HexColour, other: HexColour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export function toOklch(colour: HexColour): Oklch {
  const [lightness, a, b] = toOklab(colour);
  return { lightness, chroma: Math.hypot(a, b), hueRadians: Math.atan2(b, a) };
}

/** Returns the nearest colour that a screen can show: out of gamut, it gives up chroma, never hue. */
export function fromOklch({ lightness, chroma, hueRadians }: Oklch): HexColour {
  for (let c = Math.max(0, chroma); ; c = Math.max(0, c - 0.004)) {
    const linear = linearRgb([lightness, c * Math.cos(hueRadians), c * Math.sin(hueRadians)]);
    if (c === 0 || linear.every((channel) => channel >= -0.0005 && channel <= 1.0005)) return toHex(linear);
  }
}

/** Returns the colour `share` (0–1) of the way from the ground to the dye, mixed in OKLab. */
export function dye(ground: HexColour, colour: HexColour, share: number): HexColour {
  const to = toOklab(colour);
  const [lightness, a, b] = map3(toOklab(ground), (from, index) => from + ((to[index] ?? 0) - from) * share);
  return fromOklch({ lightness, chroma: Math.hypot(a, b), hueRadians: Math.atan2(b, a) });
}

type Triple = readonly [number, number, number];

const map3 = ([x, y, z]: Triple, f: (value: number, index: number) => number): Triple => [
  f(x, 0),
  f(y, 1),
  f(z, 2),
];

const dot = ([a, b, c]: Triple, [x, y, z]: Triple): number => a * x + b * y + c * z;

const linearOf = (colour: HexColour): Triple =>
  map3([1, 3, 5], (start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });

const luminance = (colour: HexColour): number => dot(linearOf(colour), [0.2126, 0.7152, 0.0722]);

function toOklab(colour: HexColour): Triple {
  const linear = linearOf(colour);
  const cones: Triple = [
    Math.cbrt(dot(linear, [0.4122214708, 0.5363325363, 0.0514459929])),
    Math.cbrt(dot(linear, [0.2119034982, 0.6806995451, 0.1073969566])),
    Math.cbrt(dot(linear, [0.0883024619, 0.2817188376, 0.6299787005])),
  ];
  return [
    dot(cones, [0.2104542553, 0.793617785, -0.0040720468]),
    dot(cones, [1.9779984951, -2.428592205, 0.4505937099]),
    dot(cones, [0.0259040371, 0.7827717662, -0.808675766]),
  ];
}

function linearRgb(lab: Triple): Triple {
  const cones: Triple = [
    dot(lab, [1, 0.3963377774, 0.2158037573]) ** 3,
    dot(lab, [1, -0.1055613458, -0.0638541728]) ** 3,
    dot(lab, [1, -0.0894841775, -1.291485548]) ** 3,
  ];
  return [
    dot(cones, [4.0767416621, -3.3077115913, 0.2309699292]),
    dot(cones, [-1.2684380046, 2.6097574011, -0.3413193965]),
    dot(cones, [-0.0041960863, -0.7034186147, 1.707614701]),
  ];
}

function toHex(linear: Triple): HexColour {
  const bytes = map3(linear, (value) => {
    const channel = Math.min(1, Math.max(0, value));
    return Math.round((channel <= 0.0031308 ? 12.92 * channel : 1.055 * channel ** (1 / 2.4) - 0.055) * 255);
  });
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
