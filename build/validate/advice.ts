/**
 * What is allowed and seldom meant.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Data, Document } from '../model/document.ts';

/** Lists and search results show about two lines. */
const shownCharacters = 200;

export const adviseOnFields = (document: Document, data: Data): Diagnostic[] => [
  ...adviseOnSummary(document, data),
  ...checkAges(document, data),
];

function adviseOnSummary(document: Document, { summary }: Data): Diagnostic[] {
  const length = typeof summary === 'string' ? [...summary].length : 0;
  if (length <= shownCharacters || length > 400) return [];
  const message = `summary has ${length} characters; lists and search results show about ${shownCharacters}`;
  return [
    {
      code: 'front-matter/long-summary',
      severity: 'info',
      file: document.path,
      ...document.positions.value(['summary']),
      message,
      hint: 'say what the reader gets in one or two short sentences',
    },
  ];
}

function checkAges(document: Document, { ages }: Data): Diagnostic[] {
  if (typeof ages !== 'object' || ages === null || Array.isArray(ages)) return [];
  const { fromMonths: from, toMonths: to } = ages as Data;
  if (typeof from !== 'number' || typeof to !== 'number') return [];
  const inYears = to <= 10 && from >= 2 && from < to;
  if (from >= to) {
    const hint =
      to <= 18 && to * 12 > from
        ? `ages are in months: write toMonths: ${to * 12}`
        : 'ages are in months, the younger one first';
    return [
      {
        code: 'front-matter/ages',
        severity: 'error',
        file: document.path,
        ...document.positions.value(['ages', 'toMonths']),
        message: `ages.toMonths: ${to} is not after fromMonths (${from})`,
        hint,
      },
    ];
  }
  if (!inYears) return [];
  const hint = `if years are meant, write ages: {fromMonths: ${from * 12}, toMonths: ${to * 12}}`;
  return [
    {
      code: 'front-matter/ages-in-years',
      severity: 'warning',
      file: document.path,
      ...document.positions.key(['ages']),
      message: `ages: ${from} to ${to} months are babies of less than a year`,
      hint,
    },
  ];
}
