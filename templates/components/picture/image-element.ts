import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import type { PictureSource } from '../../model/page.ts';
import { renditionFormats, renditionPath } from './renditions.ts';

/** How wide a picture stands in its page, as the attribute `sizes` says it. */
const pictureSizes = {
  /** A column of text; less on phones, whose screens are so dense that nobody sees what is left out. */
  column: '(min-width:44em) 42rem,60vw',
  thumbnail: '9rem',
} as const;
export type PictureSizes = keyof typeof pictureSizes;

/** Below the first screen. */
export const lazy = html` loading="lazy"`;

interface Shown {
  readonly alt: string;
  readonly sizes: PictureSizes;
  /** Attributes after the size; each with a space before it. */
  readonly attributes?: SafeHtml | undefined;
}

/**
 * Returns an `<img>`, with its size so that the text does not jump; a photograph as a `<picture>`, of which the browser takes the
 * smallest file that it can read and that is large enough.
 *
 * @param href from a site path to what stands in the page
 */
export function imageElement(
  source: PictureSource,
  href: (path: string) => string,
  { alt, sizes, attributes }: Shown,
): SafeHtml {
  const { path, widthPx, heightPx, renditions } = source;
  const image = html`<img src="${href(path)}" alt="${alt}" width="${widthPx}" height="${heightPx}"${attributes}>`;
  if (renditions === undefined) return image;
  const sources = renditionFormats.map((format) => {
    const candidates = renditions.widthsPx.map(
      (width) => `${href(renditionPath(renditions, width, format))} ${width}w`,
    );
    return html`<source type="image/${format}" sizes="${pictureSizes[sizes]}" srcset="${candidates.join()}">`;
  });
  return html`<picture>${sources}${image}</picture>`;
}
