import { ageRange, duration } from '../../locale/measures.ts';
import type { FacetChoice, FacetName } from '../../model/facets.ts';
import type { Examples } from '../examples.ts';
import { libraryFilters } from './library-filters.ts';

export const examples: Examples = ({ page: { chrome, ...place }, material }) => {
  const [setting] = material.settings;
  const [domain] = material.domains;
  const choice = (facet: FacetName, value: string, label: string, count: number): FacetChoice => ({
    facet,
    value,
    label,
    path: `/en/materials/${facet}/${value}/`,
    count,
  });
  const atHome = choice('setting', 'home', setting?.label ?? 'home', 31);
  const page = {
    ...place,
    chrome,
    path: '/en/materials/',
    libraryPath: '/en/materials/',
    choices: [
      choice('type', material.type.id, material.type.label, 48),
      choice('age', '3-4', ageRange(chrome.t, { fromMonths: 36, toMonths: 48 }), 30),
      choice('domain', 'social-emotional', domain?.label ?? 'domain', 12),
      atHome,
      choice('time', '15', duration(chrome.t, 15), 1200),
    ],
  };
  return {
    'nothing chosen': libraryFilters(page),
    'one chosen': libraryFilters({ ...page, path: atHome.path, chosen: atHome }),
    'nothing to choose': libraryFilters({ ...page, choices: [] }),
  };
};
