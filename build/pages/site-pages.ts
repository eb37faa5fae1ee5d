import type { ChooserPage, NotFoundPage } from '../../templates/model/page.ts';
import { frontAlternates } from './alternates.ts';
import type { View } from './view.ts';

/** Pages outside of every language: the choice of one at `/`, and the 404 page that servers are told of. */
export function sitePages(views: readonly View[]): (ChooserPage | NotFoundPage)[] {
  const [first] = views;
  if (first === undefined) return [];
  const { chrome, context, edition } = first;
  return [
    {
      kind: 'chooser',
      path: '/',
      canonical: context.siteUrl(edition),
      alternates: frontAlternates(edition.languages),
      title: chrome.siteName,
      summary: chrome.siteName,
      chrome,
      languages: [],
      choices: views.map((view) => ({
        language: view.described,
        path: view.path('/'),
        siteName: view.chrome.siteName,
        countryName: view.chrome.countryName,
      })),
    },
    {
      kind: 'not-found',
      path: '/404.html',
      title: chrome.t('Page not found'),
      summary: chrome.t('This page does not exist, or no longer.'),
      chrome,
      languages: [],
      absoluteBase: context.siteUrl(edition),
      sections: views.map((view) => ({
        language: view.described,
        t: view.chrome.t,
        homePath: view.path('/'),
        searchPath: view.path('/search/'),
      })),
    },
  ];
}
