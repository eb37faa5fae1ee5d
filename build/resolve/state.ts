/**
 * Whether translations and national overlays still fit what they were made from.
 */
import type { Text } from '../model/catalogue.ts';
import type { Divergence, Freshness } from '../model/edition.ts';

export function freshnessOf(translation: Text, original: Text): Freshness {
  const hash = translation.fields.translation?.hash;
  if (hash === undefined) return 'unknown';
  return hash === original.contentHash ? 'current' : 'stale';
}

export function divergenceOf(overlay: Text, shared: Text): Divergence {
  const { basedOn } = overlay.fields;
  if (basedOn === undefined) return 'unknown';
  return basedOn === shared.contentHash ? 'current' : 'diverged';
}
