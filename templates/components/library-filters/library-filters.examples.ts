import type { FacetChoice, FacetName } from '../../model/facets.ts';
import type { Examples } from '../examples.ts';
import { samplePage } from '../sample-page.ts';
import { libraryFilters } from './library-filters.ts';

const choice = (facet: FacetName, value: string, label: string, count: number): FacetChoice => ({
  facet,
  value,
  label,
  path: `/en/materials/${facet}/${value}/`,
  count,
});

const choices = [
  choice('type', 'activity', 'Activity', 48),
  choice('type', 'story', 'Story', 1),
  choice('age', '3-4', '3–4 years', 30),
  choice('domain', 'social-emotional', 'Social and emotional development', 12),
  choice('setting', 'home', 'At home', 31),
  choice('time', '15', 'Up to 15 minutes', 1200),
];

const page = { ...samplePage, path: '/en/materials/', libraryPath: '/en/materials/', choices };

export const examples: Examples = {
  'nothing chosen': libraryFilters(page),
  'one chosen': libraryFilters({
    ...page,
    path: '/en/materials/setting/home/',
    chosen: choice('setting', 'home', 'At home', 31),
  }),
};
