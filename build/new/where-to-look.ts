import type { Scope } from '../model/place.ts';
import type { NewContent } from '../pipeline/open-content.ts';

/** Where the preview shows a page, on a site that has its language. */
export function whereToLook(target: string, scope: Scope, tag: string, { settings }: NewContent): string {
  const sites = settings.countries.filter(({ code }) => scope === 'shared' || code === scope);
  const site =
    sites.find(({ country }) => country.languages.some((language) => language.tag === tag)) ?? sites[0];
  const address = site === undefined ? '' : `${site.code}/${tag.toLowerCase()}${target}`;
  return `"npm start" shows it at http://localhost:8080/${address}.`;
}
