/**
 * The eight masks, and how disturbing a symbol looks to a camera (ISO/IEC 18004:2015, 7.8).
 */
import type { Modules } from './symbol.ts';

/** Whether a mask turns the module at this place. */
export const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The lower, the better. */
export function penalty(modules: Modules): number {
  const columns = modules.map((_, x) => modules.map((row) => row[x] === true));
  const lines = [...modules, ...columns].map((line) => line.map(Number).join(''));
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []);
  const finders = lines.reduce((sum, line) => sum + countFinderLike(line), 0);
  return (
    runs.reduce((sum, run) => sum + run.length - 2, 0) +
    3 * countSquares(modules) +
    40 * finders +
    balance(modules)
  );
}

/** Places that look like the middle line of a finder with its light margin. */
function countFinderLike(line: string): number {
  let count = 0;
  for (const pattern of ['00001011101', '10111010000'])
    for (let at = line.indexOf(pattern); at >= 0; at = line.indexOf(pattern, at + 1)) count++;
  return count;
}

/** Squares of two by two in one colour. */
function countSquares(modules: Modules): number {
  let count = 0;
  for (let y = 1; y < modules.length; y++)
    for (let x = 1; x < modules.length; x++) {
      const colour = modules[y]?.[x];
      if (
        colour === modules[y]?.[x - 1] &&
        colour === modules[y - 1]?.[x] &&
        colour === modules[y - 1]?.[x - 1]
      )
        count++;
    }
  return count;
}

/** Ten for each 5 % that the dark part is away from a half. */
function balance(modules: Modules): number {
  const dark = modules.flat().filter(Boolean).length;
  return 10 * Math.floor(Math.abs((dark * 20) / modules.length ** 2 - 10));
}
