/**
 * The years of preschool, by which topics and the library sort what there is.
 */
import type { Ages } from '../../templates/model/page.ts';

/** In months. */
export const ageBands: readonly Ages[] = [
  { fromMonths: 36, toMonths: 48 },
  { fromMonths: 48, toMonths: 60 },
  { fromMonths: 60, toMonths: 72 },
];

export const everyAge: Ages = { fromMonths: 36, toMonths: 72 };

/** A day of the year in common is none: 3–4 years end where 4–5 begin. */
export const overlap = (a: Ages, b: Ages): boolean => a.fromMonths < b.toMonths && b.fromMonths < a.toMonths;

/** `3-4`, in years. */
export const idOfAges = ({ fromMonths, toMonths }: Ages): string => `${fromMonths / 12}-${toMonths / 12}`;

/** The years of preschool that something is for. */
export const agesWithin = (ages: Ages): readonly string[] =>
  ageBands.filter((band) => overlap(ages, band)).map(idOfAges);
