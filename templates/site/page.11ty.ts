/**
 * The one template that Eleventy knows: it paginates over planned pages, renders each and writes it to its place.
 */
interface EleventyData {
  readonly planned: { readonly output: string; readonly render: () => string };
}

export const data = {
  pagination: { data: 'plannedPages', size: 1, alias: 'planned' },
  permalink: ({ planned }: EleventyData): string => `/${planned.output}`,
  eleventyExcludeFromCollections: true,
  layout: false,
};

export const render = ({ planned }: EleventyData): string => planned.render();
