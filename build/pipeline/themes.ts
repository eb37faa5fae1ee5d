import { readFileSync } from 'node:fs';
import type { CountryCode } from '../../schemas/brands.ts';
import type { Theme } from '../../templates/styles/stylesheet.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { SourcePath } from '../model/paths.ts';
import type { PublishedAsset } from '../model/published.ts';

/** The blue of UNICEF, for a country that has not chosen. */
export const defaultAccent = '#1c75bc';

/** @param assets those that can be published: a motif that is not among them is left out */
export const themesOf = (
  catalogue: Catalogue,
  assets: ReadonlyMap<SourcePath, PublishedAsset>,
): ReadonlyMap<CountryCode, Theme> =>
  new Map(
    catalogue.countries.map(({ code, country: { theme } }) => {
      const source = `countries/${code}/${theme?.motif}` as SourcePath;
      const motif = assets.has(source) ? catalogue.assets.get(source) : undefined;
      return [
        code,
        {
          accent: theme?.accent ?? defaultAccent,
          ...(motif !== undefined && { motifSvg: readFileSync(motif.absolutePath, 'utf8') }),
        },
      ];
    }),
  );
