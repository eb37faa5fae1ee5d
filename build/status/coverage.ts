/**
 * Which goals of a country's frameworks its texts serve, as their `alignments` say.
 *
 * In: a resolved edition without drafts, which no reader sees. Out: every goal with the texts that serve it.
 */
import type { CountryCode } from '../../schemas/brands.ts';
import { wordTable } from '../cli/format-table.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Edition } from '../model/edition.ts';

export interface CountryCoverage {
  readonly country: CountryCode;
  /** Those of the country, and those that its site shows the codes of. */
  readonly frameworks: readonly FrameworkCoverage[];
}

export interface FrameworkCoverage {
  readonly id: string;
  readonly name: string;
  readonly goals: readonly GoalCoverage[];
  /** How many goals no text serves. */
  readonly unserved: number;
}

export interface GoalCoverage {
  readonly code: string;
  readonly label: string;
  /** Addresses of courses and materials. */
  readonly servedBy: readonly string[];
}

export function coverageOf({ country, entries }: Edition, { frameworks }: Catalogue): CountryCoverage {
  const served = Map.groupBy(
    [...entries.values()].flatMap(({ target, fields }) =>
      (fields.alignments ?? []).map((alignment) => ({ ...alignment, target })),
    ),
    ({ framework, code }) => `${framework} ${code}`,
  );
  const own = [...frameworks].filter(
    ([id, framework]) =>
      framework.country === country.code || country.country.frameworks?.includes(id) === true,
  );
  return {
    country: country.code,
    frameworks: own.map(([id, { name, codes }]) => {
      const goals = codes.map(({ code, label }) => ({
        code,
        label: inEnglish(label),
        servedBy: [...new Set(served.get(`${id} ${code}`)?.map(({ target }) => target))],
      }));
      const unserved = goals.filter(({ servedBy }) => servedBy.length === 0).length;
      return { id, name: inEnglish(name), goals, unserved };
    }),
  };
}

/** Where there is English. */
const inEnglish = (words: Readonly<Record<string, string>>): string =>
  words.en ?? Object.values(words)[0] ?? '';

export const formatCoverages = (coverages: readonly CountryCoverage[]): string =>
  coverages
    .map(({ country, frameworks }) =>
      frameworks.length === 0
        ? `${country}  no framework in taxonomy/frameworks/ is this country's`
        : frameworks.map((framework) => formatFramework(country, framework)).join('\n\n'),
    )
    .join('\n\n');

function formatFramework(country: CountryCode, { name, goals, unserved }: FrameworkCoverage): string {
  const rows = wordTable(
    goals.map(({ code, label, servedBy }) => [
      servedBy.length === 0 ? '–' : '✓',
      code,
      label,
      servedBy.length === 0 ? 'no course or material serves it' : servedBy.join(' '),
    ]),
  );
  const summary = `${goals.length - unserved} of ${goals.length} goals are served`;
  return [`${country}  ${name}: ${summary}`, ...rows.map((row) => `  ${row}`)].join('\n');
}
