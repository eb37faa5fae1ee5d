/**
 * From the one accent of a country to its colours, light and dark.
 *
 * Hue and chroma come from the country, lightness is ours, so that every text has its contrast (WCAG 2.2, 1.4.3 and
 * 1.4.11) whatever a ministry chooses. The build writes hex: phones of our readers have browsers without `oklch()`.
 */

import type { HexColour } from './colour.ts';
import { contrast, dye, fromOklch, toOklch } from './colour.ts';

/** Grounds, inks and lines, the same in every country. */
export interface Palette {
  readonly paper: HexColour;
  /** Inputs, options. */
  readonly sheet: HexColour;
  /** Footer, notices. */
  readonly felt: HexColour;
  /** Rules that only decorate: under 3:1 on purpose. */
  readonly line: HexColour;
  /** Borders of controls. */
  readonly edge: HexColour;
  readonly ink: HexColour;
  /** Captions and facts, never body text. */
  readonly soft: HexColour;
  readonly yes: HexColour;
}

/** The colours that one accent makes. */
export interface AccentColours {
  readonly accent: HexColour;
  /** Ground of buttons. */
  readonly fill: HexColour;
  /** Pressed edge of buttons. */
  readonly deep: HexColour;
  readonly tint: HexColour;
  /** Text on `fill`. */
  readonly on: HexColour;
}

export interface Theme {
  readonly light: AccentColours;
  readonly dark: AccentColours;
}

export const palettes: { readonly light: Palette; readonly dark: Palette } = {
  light: {
    paper: '#fbf6ec',
    sheet: '#fffdf8',
    felt: '#f3e9d7',
    line: '#dccdb4',
    edge: '#85745f',
    ink: '#2c2522',
    soft: '#63574d',
    yes: '#2f6b3c',
  },
  dark: {
    paper: '#1f1a17',
    sheet: '#2a2420',
    felt: '#352d27',
    line: '#51463d',
    edge: '#a08f7d',
    ink: '#f3eadd',
    soft: '#c6b8a6',
    yes: '#9bd0a0',
  },
};

/** 5 and not 4.5: cheap panels lose contrast, and rounding must never fail a build. */
const textContrast = 5;

/** Cream text on a button in the dark; the button itself stays a coloured one instead of a glowing pastel. */
const darkButtonContrast = 4.7;

/** Returns the colours of an accent. */
export function themeOf(accent: HexColour): Theme {
  const { light, dark } = palettes;
  const given = toOklch(accent);
  const { hueRadians } = given;
  const chroma = Math.min(Math.max(given.chroma, 0.05), 0.15);
  const colour = (lightness: number, atChroma = chroma) =>
    fromOklch({ lightness, chroma: atChroma, hueRadians });

  // Much felt in the tint of warm hues (red must not turn pink), little in that of cool ones (blue must not turn grey).
  const feltShare = 0.2 + 0.5 * Math.max(0, Math.cos(hueRadians - 1.4));
  const lightTint = dye(colour(0.925, 0.036), light.felt, feltShare);
  const darkTint = dye(colour(0.3, 0.036), dark.felt, feltShare);

  const lightText = stepUntil(Math.min(given.lightness, 0.6), -0.004, (lightness) =>
    isReadable(colour(lightness), [light.paper, light.felt, lightTint]),
  );
  const darkChroma = Math.min(chroma, 0.1);
  const darkText = stepUntil(0.66, 0.004, (lightness) =>
    isReadable(colour(lightness, darkChroma), [dark.paper, dark.sheet, dark.felt, darkTint]),
  );
  const darkFill = stepUntil(
    0.616,
    -0.004,
    (lightness) => contrast(light.sheet, colour(lightness)) >= darkButtonContrast,
  );
  return {
    light: {
      accent: colour(lightText),
      fill: colour(lightText),
      deep: colour(lightText - 0.09),
      tint: lightTint,
      on: light.sheet,
    },
    dark: {
      accent: colour(darkText, darkChroma),
      fill: colour(darkFill),
      deep: colour(darkFill - 0.12),
      tint: darkTint,
      on: light.sheet,
    },
  };
}

const isReadable = (colour: HexColour, grounds: readonly HexColour[]): boolean =>
  grounds.every((ground) => contrast(colour, ground) >= textContrast);

/** Darker or lighter by small steps; black and white end it, and pass every test here. */
function stepUntil(start: number, step: number, passes: (lightness: number) => boolean): number {
  let lightness = start;
  while (lightness > 0 && lightness < 1 && !passes(lightness)) lightness += step;
  return lightness;
}
