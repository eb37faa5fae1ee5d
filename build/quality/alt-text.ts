/** Finds descriptions of pictures that describe nothing (WCAG 2.2, 1.1.1, failure F30). */
import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import type { Folder } from '../model/catalogue.ts';
import { type Judged, warning } from './texts.ts';
import { writtenWords } from './words.ts';

export function checkAltTexts({ text, outline }: Judged, folder: Folder): Diagnostic[] {
  const pictures = outline.pictures.map(({ range, ...picture }) => ({ ...picture, range: () => range }));
  return [...coverOf(text, folder), ...pictures].flatMap(({ src, alt, range }) => {
    const fault = faultOf(alt.trim(), src, String(text.place.locale));
    if (fault === undefined) return [];
    return [
      warning(
        text,
        'image/alt-text',
        range(),
        `the description of the picture ${src} ${fault}`,
        'say what somebody who cannot see the picture would miss, such as “Two girls build a tower of boxes”',
      ),
    ];
  });
}

interface DescribedPicture {
  readonly src: string;
  readonly alt: string;
  /** Asked for only where something is said of it: places of fields take a second reading. */
  readonly range: () => Range;
}

/** The picture of the entry; a translation has its description alone. */
function coverOf({ fields, positions }: Judged['text'], { texts, original }: Folder): DescribedPicture[] {
  const ofOriginal = original === undefined ? undefined : texts.get(original)?.fields.image?.src;
  const { alt, src = ofOriginal } = fields.image ?? {};
  if (typeof alt !== 'string' || typeof src !== 'string') return [];
  return [{ src, alt, range: () => positions.value(['image', 'alt']) }];
}

function faultOf(alt: string, src: string, locale: string): string | undefined {
  if (alt === '') return undefined;
  const name = src.replace(/\.\w+$/, '');
  if ([src, name].some((one) => plain(one) === plain(alt))) return `is the name of its file, “${alt}”`;
  const opening = openings[locale]?.exec(alt)?.[0];
  if (opening !== undefined)
    return `begins with “${opening}”, which a screen reader says of every picture by itself`;
  return writtenWords(alt).length === 1 ? `is a single word, “${alt}”` : undefined;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[\s._-]+/g, ' ')
    .trim();

/** «Рисунок» is left out: a child’s drawing is often what a picture shows. */
const openings: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:an?|the)\s+)?(?:(?:image|picture|photo|photograph)\s+of\b|(?:image|picture|photo|photograph)(?=\s*:))/i,
  ru: /^(?:изображение|картинка|фото|фотография)(?=[\s:,]|$)/i,
};
