/**
 * What a page is, for search engines and catalogues of learning resources: schema.org with its LRMI terms, as JSON-LD.
 *
 * A page whose text stands in for a missing one describes that text, in its language and at its address; where it lies
 * among other pages stands there, too.
 */
import type { SafeHtml } from '../html.ts';
import type { Page } from '../model/page.ts';
import { trail } from './breadcrumbs.ts';
import { jsonLd, type Node } from './json-ld.ts';
import { courseNode, lessonNode, materialNode } from './learning-resources.ts';

/** Returns the one graph of a page, or nothing on pages that have no address of their own. */
export function structuredData(page: Page): SafeHtml | undefined {
  const nodes = [subject(page), trail(page)].filter((node) => node !== undefined);
  return nodes.length === 0 ? undefined : jsonLd(nodes);
}

function subject(page: Page): Node | undefined {
  switch (page.kind) {
    case 'home':
      return {
        '@type': 'WebSite',
        '@id': page.canonical,
        url: page.canonical,
        name: page.chrome.siteName,
        description: page.summary,
        inLanguage: page.chrome.language.htmlLang,
      };
    case 'course':
      return courseNode(page);
    case 'lesson':
      return lessonNode(page);
    case 'material':
      return materialNode(page);
    default:
      return undefined;
  }
}
