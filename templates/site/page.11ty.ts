/**
 * The one template that Eleventy knows: it paginates over planned pages, makes each and writes it to its place.
 */
import type { Page } from '../model/page.ts';
import { renderPage } from '../pages/render-page.ts';

interface EleventyData {
  readonly planned: { readonly output: string; readonly make: () => Page };
}

export const data = {
  pagination: { data: 'plannedPages', size: 1, alias: 'planned' },
  permalink: ({ planned }: EleventyData): string => `/${planned.output}`,
  eleventyExcludeFromCollections: true,
  layout: false,
};

export const render = ({ planned }: EleventyData): string => renderPage(planned.make());
