/** Finds pictures of which nobody is told who made them. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Folder } from '../model/catalogue.ts';
import { type Judged, warning } from './texts.ts';

/** The picture of an original lies beside it; that of a translation or a patch may be another entry's own, which has said it. */
export function checkCredit({ text }: Judged, { original }: Folder): Diagnostic[] {
  const { image } = text.fields;
  if (text.place.patch || text.place.locale !== original || typeof image?.src !== 'string') return [];
  if (image.credit !== undefined) return [];
  return [
    warning(
      text,
      'image/credit',
      text.positions.key(['image']),
      `nothing says who made the picture ${image.src}`,
      'write its maker below the file: "credit: Name of the maker"; that is also how we know that we may show it',
    ),
  ];
}
