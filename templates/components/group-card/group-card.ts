import type { SafeHtml } from '../../html.ts';
import type { GroupCard } from '../../model/page.ts';
import type { CardLevel } from '../card.ts';
import { card } from '../card.ts';
import type { Placed } from '../placed.ts';

/** Returns a community as a row of a list. */
export const groupCard = (page: Placed, group: GroupCard, level: CardLevel): SafeHtml =>
  card(page, group, level, undefined, undefined);
