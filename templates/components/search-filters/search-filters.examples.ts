import { ageRange } from '../../locale/measures.ts';
import type { Examples } from '../examples.ts';
import { searchFilters } from './search-filters.ts';

export const examples: Examples = ({ page, page: { chrome }, material }) => {
  const filters = searchFilters(page, [
    {
      facet: 'kind',
      choices: [
        { value: 'course', label: chrome.t('Courses') },
        { value: 'lesson', label: chrome.t('Lessons') },
      ],
    },
    {
      facet: 'age',
      choices: [{ value: '3-4', label: ageRange(chrome.t, { fromMonths: 36, toMonths: 48 }) }],
    },
    { facet: 'domain', choices: material.domains.map(({ id, label }) => ({ value: id, label })) },
    { facet: 'type', choices: [{ value: material.type.id, label: material.type.label }] },
  ]);
  return filters === false ? {} : { folded: filters };
};
