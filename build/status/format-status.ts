/** The matrix of translations as a terminal shows it, and the words of the interface below it. */
import { wordTable } from '../cli/format-table.ts';
import { allIsWell, attentionSigns, signsOf } from './signs.ts';
import { type Attention, attentionNames, type CountryStatus } from './status.ts';
import type { StringsStatus } from './strings-status.ts';

/** @param shown tells where a file of the content is found */
export function formatStatuses(
  statuses: readonly CountryStatus[],
  strings: StringsStatus,
  shown: (file: string) => string,
): string {
  return [
    ...statuses.map((status) => formatCountry(status, shown)),
    formatLegend(statuses),
    formatStrings(strings),
  ].join('\n\n');
}

function formatCountry(
  { country, name, languages, entries, items }: CountryStatus,
  shown: (file: string) => string,
): string {
  const matrix = wordTable([
    ['', ...languages.map(({ locale }) => locale)],
    ...entries.map(({ target, cells }) => [target, ...cells.map(({ attentions }) => signsOf(attentions))]),
    [`its own, of ${entries.length}`, ...languages.map(({ own }) => String(own))],
    ...attentionNames
      .filter((attention) => languages.some(({ counts }) => counts[attention] > 0))
      .map((attention) => [
        `${attentionSigns[attention].sign} ${attentionSigns[attention].name}`,
        ...languages.map(({ counts }) => String(counts[attention])),
      ]),
  ]);
  const lines: string[] = [];
  for (const attention of attentionNames.filter((one) => toDo.has(one))) {
    const group = items.filter((item) => item.attention === attention);
    if (group.length === 0) continue;
    lines.push(`  ${attentionSigns[attention].meaning}:`);
    for (const { locale, target, file } of group)
      lines.push(`    ${locale.padEnd(8)} ${target}  ${shown(file)}`);
  }
  return [`${country}  ${name}`, ...matrix.map((line) => `  ${line}`), ...lines].join('\n');
}

/** What is done in a file that is there; the other signs say all in the matrix. */
const toDo: ReadonlySet<Attention> = new Set(['stale', 'unknown', 'diverged', 'overlay-unknown', 'draft']);

/** Only of the signs that are there. */
function formatLegend(statuses: readonly CountryStatus[]): string {
  const shown = attentionNames.filter((name) =>
    statuses.some(({ languages }) => languages.some(({ counts }) => counts[name] > 0)),
  );
  const lines = [allIsWell, ...shown.map((name) => attentionSigns[name])].map(
    ({ sign, meaning }) => `  ${sign}  ${meaning}`,
  );
  return ['what the signs say', ...lines].join('\n');
}

function formatStrings({ messages, languages }: StringsStatus): string {
  const lines = languages.map(({ locale, translated, machineMade, reviewed, convertedFrom }) => {
    const counts = `${translated} of ${messages} messages; ${machineMade} by a machine, ${reviewed} reviewed`;
    if (convertedFrom === undefined) return `  ${locale.padEnd(8)} ${counts}`;
    return `  ${locale.padEnd(8)} converted from ${convertedFrom}${translated > 0 ? `, and ${counts}` : ''}`;
  });
  return ['words of the interface', ...lines].join('\n');
}
