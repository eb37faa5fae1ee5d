import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasPage } from './place.ts';
import type { View } from './view.ts';

/** Links to pages that exist, but not in this country: they become plain text there. */
export function findLostLinks(view: View): Diagnostic[] {
  const { edition, context } = view;
  return [...edition.entries.values()].flatMap((entry) => {
    const variant = view.variant(entry);
    if (variant.fallback) return [];
    const links = context.bodies.get(variant.bodySource)?.links ?? [];
    return links
      .filter((link) => link.target !== '' && !hasPage(link.target, view))
      .map(
        (link): Diagnostic => ({
          code: 'link/not-in-country',
          severity: 'info',
          file: variant.bodySource,
          ...link.range,
          message: `the national site "${edition.country.code}" has no page ${link.target}; there the link is plain text`,
        }),
      );
  });
}
