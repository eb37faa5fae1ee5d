import type { CountryCode } from '../../schemas/brands.ts';
import type { OutputPath } from '../model/paths.ts';
import type { BuildWork } from './build-work.ts';
import type { PlannedEdition } from './plan-editions.ts';
import { planUpdate, type SiteUpdate } from './plan-update.ts';
import type { SiteFiles, SiteState } from './site-state.ts';

/** A site, with what is known of the published one and what has to be made. */
export interface Site {
  readonly country: CountryCode;
  readonly planned: PlannedEdition;
  /** Nothing when the site is made as a whole. */
  readonly known: SiteState | undefined;
  /** Published files as the last build left them. */
  readonly files: SiteFiles;
  /** Published files that are not as the last build left them. */
  readonly altered: ReadonlySet<OutputPath>;
  readonly update: SiteUpdate;
}

export async function openSite(planned: PlannedEdition, work: BuildWork): Promise<Site> {
  const country = planned.edition.country.code;
  const files = work.siteFiles(country);
  const altered = (await work.altered).get(country) ?? new Set<OutputPath>();
  // Where nothing is as we left it, it is not our site any more.
  const known = altered.size < Object.keys(files).length ? work.site(country) : undefined;
  return { country, planned, known, files, altered, update: planUpdate(planned, known, altered) };
}

/** Whether nothing of it has to be made. */
export const isUntouched = ({ update, altered }: Site): boolean =>
  altered.size + update.texts.length + update.lists.length + update.search.length === 0 && !update.outside;
