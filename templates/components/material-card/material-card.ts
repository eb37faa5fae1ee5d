import type { Insertable, SafeHtml } from '../../html.ts';
import { ageRange, duration } from '../../locale/measures.ts';
import type { MaterialCard } from '../../model/page.ts';
import type { CardLevel } from '../card.ts';
import { card } from '../card.ts';
import type { Placed } from '../placed.ts';
import { separated } from '../separated.ts';

/**
 * Returns a material as a row of a list.
 *
 * @param kicker Above the title; the type of the material, unless the list is of one type anyway.
 */
export const materialCard = (
  page: Placed,
  material: MaterialCard,
  level: CardLevel,
  kicker: Insertable = material.type.label,
): SafeHtml => card(page, material, level, kicker, separated(materialFacts(page, material)));

/** `3–6 years`, `15 minutes`, `at home`, `in the classroom` */
export function materialFacts({ chrome: { t } }: Placed, material: MaterialCard): readonly string[] {
  return [
    ageRange(t, material.ages),
    ...(material.durationMinutes === undefined ? [] : [duration(t, material.durationMinutes)]),
    ...material.settings.map(({ label }) => label),
  ];
}
