import type { PictureSource, Renditions } from '../../model/card.ts';

/** The better first: a browser takes the first that it reads. */
export const renditionFormats = ['avif', 'webp'] as const;
export type RenditionFormat = (typeof renditionFormats)[number];

/** Returns the path of one of them: `/assets/bag-320.1a2b3c4d.avif`. */
export const renditionPath = (
  { stem, digest }: Renditions,
  widthPx: number,
  format: RenditionFormat | 'jpg' | 'png',
): string => `${stem}-${widthPx}.${digest}.${format}`;

/** Paths of all of them. */
export const renditionPaths = (renditions: Renditions): readonly string[] =>
  renditionFormats.flatMap((format) =>
    renditions.widthsPx.map((widthPx) => renditionPath(renditions, widthPx, format)),
  );

/** Returns the path of a thumbnail where only one file can be named; what runs our scripts reads WebP. */
export const thumbnailPath = ({ path, renditions }: PictureSource): string =>
  renditions === undefined ? path : renditionPath(renditions, renditions.widthsPx[0] ?? 0, 'webp');
