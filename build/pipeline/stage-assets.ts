import type { CountryCode } from '../../schemas/brands.ts';
import { type OutputPath, toOutputPath } from '../model/paths.ts';
import type { Staging } from '../output/staging.ts';
import { ownBytes } from './own-files.ts';
import type { Site } from './site.ts';
import type { WriteContext } from './write-sites.ts';

/** Stages the published files that these pages name, by a path in their site. */
export type StageAssets = (
  pages: Iterable<readonly [output: string, named: { readonly assets: Iterable<string> }]>,
) => Promise<void>;

/** Stages each file once, and only where the site does not have it yet; what several sites lack is read once. */
export function assetStaging(
  sites: readonly Site[],
  staging: Staging,
  { own, work }: WriteContext,
): StageAssets {
  const ours = ownBytes(own);
  const byCountry = new Map<string, Site>(sites.map((site) => [site.country, site]));
  const done = new Set<OutputPath>();
  const isMissing = (output: OutputPath, country: string): boolean => {
    const { known, files, altered } = byCountry.get(country) as Site;
    return known === undefined || files[output] === undefined || altered.has(output);
  };
  return async (pages) => {
    const missing = new Map<string, OutputPath[]>();
    for (const [page, { assets }] of pages) {
      const country = page.slice(0, page.indexOf('/')) as CountryCode;
      for (const asset of assets) {
        const output = toOutputPath(`${country}${asset}`);
        if (done.has(output)) continue;
        done.add(output);
        if (!isMissing(output, country)) continue;
        const outputs = missing.get(asset);
        if (outputs === undefined) missing.set(asset, [output]);
        else outputs.push(output);
      }
    }
    for (const [asset, outputs] of missing) {
      const bytes = ours.get(asset) ?? (await work.assets.bytes(asset));
      if (bytes === undefined) throw new TypeError(`${asset} was not prepared`);
      for (const output of outputs) staging.write(output, bytes);
    }
  };
}
