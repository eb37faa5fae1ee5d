/**
 * The mark of a national site as an icon: the country's motif on a patch of felt, held by a thread.
 *
 * For the tab of a browser, the start screen of a phone and the places where systems cut a shape of their own out of it.
 */
import { hexColour } from '../styles/colour.ts';
import { plainMotif } from '../styles/motif.ts';
import type { Theme } from '../styles/stylesheet.ts';
import { themeOf } from '../styles/theme.ts';

/** `patch`: cut out, for tabs and launchers. `full`: to the edges, with room for a system that cuts a circle out of it. */
export type MarkShape = 'patch' | 'full';

/** The ground of the mark, in the colour of the buttons. */
export const markColour = ({ accent }: Theme): string => themeOf(hexColour(accent)).light.fill;

/** Returns the drawing as SVG, on 96 × 96. */
export function markSvg({ accent, motifSvg = plainMotif }: Theme, shape: MarkShape): string {
  const { fill, deep, on } = themeOf(hexColour(accent)).light;
  const sizePx = shape === 'patch' ? 54 : 42;
  const at = (96 - sizePx) / 2;
  const ground =
    shape === 'patch'
      ? `<path fill="${deep}" d="M18 10h56q20 0 20 22v42q0 20-22 20H26Q4 94 4 72V30Q4 10 18 10Z"/><path fill="${fill}" d="M20 2h54q20 0 20 22v44q0 20-22 20H26Q2 88 2 66V22Q2 2 20 2Z"/>${thread('M20 9h53q14 0 14 15v43q0 14-15 14H26Q9 81 9 66V22Q9 9 20 9Z', on)}`
      : `<path fill="${fill}" d="M0 0h96v96H0Z"/>${thread('M48 14a34 34 0 1 1-.1 0Z', on)}`;
  const top = shape === 'patch' ? at - 3 : at;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><filter id="dye"><feFlood flood-color="${on}"/><feComposite in2="SourceAlpha" operator="in"/></filter>${ground}<g filter="url(#dye)">${placed(motifSvg, at, top, sizePx)}</g></svg>`;
}

const thread = (path: string, colour: string): string =>
  `<path fill="none" stroke="${colour}" stroke-width="2.5" stroke-dasharray="6.5 4.5" stroke-linecap="round" d="${path}"/>`;

/** A motif is one colour, whichever: the filter dyes it. */
const placed = (motifSvg: string, x: number, y: number, sizePx: number): string =>
  motifSvg
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>/gi, '')
    .trim()
    .replace(/<svg\b([^>]*)>/, (_, attributes: string) => {
      const kept = attributes.replace(/\s(?:x|y|width|height)=(?:"[^"]*"|'[^']*')/g, '');
      return `<svg x="${x}" y="${y}" width="${sizePx}" height="${sizePx}"${kept}>`;
    });
