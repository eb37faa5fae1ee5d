import type { Page } from '../model/page.ts';
import type { Node } from './json-ld.ts';

interface Crumb {
  readonly name: string;
  /** Site path. */
  readonly path: string;
}

/**
 * Returns the way from the front page of the language to a page, as a `BreadcrumbList`; nothing for front pages, for pages
 * without an address and for those that are to be found elsewhere.
 */
export function trail(page: Page): Node | undefined {
  const { siteUrl } = page.chrome;
  const elsewhere = page.canonical !== siteUrl + page.path.slice(1);
  const crumbs = crumbsOf(page);
  if (page.canonical === undefined || elsewhere || crumbs.length < 2) return undefined;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: siteUrl + path.slice(1),
    })),
  };
}

function crumbsOf(page: Page): Crumb[] {
  const { language, siteName, nav } = page.chrome;
  const home = `/${language.tag.toLowerCase()}/`;
  if (!page.path.startsWith(home)) return [];
  const section = nav.find(({ path }) => page.path.startsWith(path));
  const parents: readonly Crumb[] = [
    { name: siteName, path: home },
    ...(section ? [{ name: section.label, path: section.path }] : []),
    ...(page.kind === 'lesson' ? [{ name: page.course.title, path: page.course.path }] : []),
  ];
  return [...parents.filter(({ path }) => path !== page.path), { name: page.title, path: page.path }];
}
