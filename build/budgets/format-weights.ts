import { formatTable } from '../cli/format-table.ts';
import { type PageWeight, shareOf, type TemplateWeight } from './weigh-sites.ts';

/** Returns a table for people: a line for each template, a column for each country. */
export function formatWeights(templates: readonly TemplateWeight[]): string {
  const countries = [...new Set(templates.flatMap(({ heaviest }) => [...heaviest.keys()]))];
  const nearest = templates.map(({ heaviest }) =>
    [...heaviest.values()].reduce((a, b) => (shareOf(b) > shareOf(a) ? b : a)),
  );
  const table = formatTable([
    ['', 'pages', ...countries, 'budget', 'used', 'scripts', 'budget'],
    ...templates.map((template, at) => [
      template.kind,
      String(template.pages),
      ...countries.map((country) => inFigures(template.heaviest.get(country)?.bytes)),
      ...budgetCells(nearest[at] as PageWeight),
    ]),
  ]);
  const addresses = nearest.map(({ output }) => `/${output.replace(/index\.html$/, '')}`);
  return [
    'The heaviest page of each kind, in bytes (brotli), and which one is nearest to its budget:',
    ...table.split('\n').map((line, at) => (at === 0 ? line : `${line}  ${addresses[at - 1]}`)),
  ].join('\n');
}

const budgetCells = (page: PageWeight): string[] => [
  inFigures(page.budgetBytes),
  `${Math.floor(shareOf(page) * 100)} %`,
  ...scriptCells(page),
];

const scriptCells = ({ scriptBytes, scriptBudgetBytes }: PageWeight): string[] =>
  scriptBudgetBytes === 0 ? ['–', '–'] : [inFigures(scriptBytes), inFigures(scriptBudgetBytes)];

const inFigures = (bytes: number | undefined): string => bytes?.toLocaleString('en') ?? '–';
