/** What a change does to the national sites, as a terminal shows it: one sentence, and lists below. */
import type { SourcePath } from '../model/paths.ts';
import type { Impact } from './impact.ts';

/** `changes 3 national sites, 14 pages, makes 4 translations stale, conflicts with 1 patch` */
export function impactInWords({ countries, stale, conflicts }: Impact): string {
  const pages = countries.reduce((sum, country) => sum + country.pages.length, 0);
  const parts = [
    pages === 0
      ? 'changes no page of a text'
      : `changes ${counted(countries.length, 'national site')}, ${counted(pages, 'page')}`,
    stale.length > 0 && `makes ${counted(stale.length, 'translation')} stale`,
    conflicts.length > 0 && `conflicts with ${inNumbers(conflicts)}`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}

/** @param place tells where a file of the content is found */
export function formatImpact(impact: Impact, place: (file: string) => string): string {
  const shown = (file: SourcePath): string => `    ${place(file)}`;
  const list = (title: string, files: readonly SourcePath[]): string[] =>
    files.length === 0 ? [] : [`  ${title}:`, ...files.map(shown)];
  const pages = impact.countries.flatMap(({ country, pages }) => [
    `  ${country}:`,
    ...[
      ...Map.groupBy(pages, ({ target, change }) => `${target}${change === 'changed' ? '' : ` ${change}`}`),
    ].map(([name, group]) => `    ${name}  ${group.map(({ locale }) => locale).join(', ')}`),
  ]);
  return [
    impactInWords(impact),
    ...pages,
    ...list('translations to be looked at', impact.stale),
    ...list('national texts to be looked at', impact.conflicts),
    ...list('fit again', impact.mended),
    ...list('changed, and every page may show something of it', impact.settings),
  ].join('\n');
}

const counted = (count: number, name: string, plural = `${name}s`): string =>
  `${count} ${count === 1 ? name : plural}`;

function inNumbers(conflicts: readonly SourcePath[]): string {
  const patches = conflicts.filter((file) => file.endsWith('.patch.md')).length;
  const others = conflicts.length - patches;
  return [
    patches > 0 && counted(patches, 'patch', 'patches'),
    others > 0 && counted(others, 'national replacement'),
  ]
    .filter((part) => part !== false)
    .join(' and ');
}
