/** What has changed under the translations and national versions of an entry, as a terminal shows it. */
import type { SourcePath } from '../model/paths.ts';
import type { TextChange } from './entry-changes.ts';
import type { DiffLine, DiffPart } from './line-diff.ts';

/** @param shown tells where a file of the content is found */
export function formatChanges(changes: readonly TextChange[], shown: (file: string) => string): string {
  if (changes.length === 0) return 'Nothing was made from another text here: there are only originals.';
  const alike = Map.groupBy(changes, ({ basis, state, madeFrom, why }) =>
    [basis, state, madeFrom?.commit, why].join(' '),
  );
  return [...alike.values()].map((group) => formatAlike(group, shown).join('\n')).join('\n\n');
}

/** What was made from the same state of the same text. */
function formatAlike(changes: readonly TextChange[], shown: (file: SourcePath) => string): string[] {
  const heads = changes.map(({ file, kind, basis }) => `${shown(file)}  (${names[kind]} of ${shown(basis)})`);
  return [...heads, ...changes.slice(0, 1).flatMap(formatState)];
}

function formatState({ state, madeFrom, difference, why }: TextChange): string[] {
  if (state === 'current') return ['  fits: the text that it was made from is as it was'];
  if (state === 'unknown')
    return ['  nobody recorded from which state it was made; when it fits, say so with --accept'];
  if (difference === undefined || madeFrom === undefined)
    return [
      '  the text that it was made from has changed since',
      `  what has changed cannot be shown: ${why}`,
    ];
  return [
    `  the text that it was made from, of ${madeFrom.day} (${madeFrom.commit.slice(0, 8)}), has changed since;`,
    '  in a line with "~", [-these words-] went and {+these+} came',
    ...withoutFarLines(difference).map((line) => (line === undefined ? '    …' : `  ${formatLine(line)}`)),
  ];
}

const names = {
  translation: 'translation',
  patch: 'national patch',
  replacement: 'national replacement',
} as const satisfies Record<TextChange['kind'], string>;

/** Unchanged lines stay only beside changed ones; `undefined` where some are left out. */
function withoutFarLines(lines: readonly DiffLine[]): (DiffLine | undefined)[] {
  const isKept = (line: DiffLine, at: number): boolean =>
    line.kind !== 'same' ||
    (line.text !== '' && [lines[at - 1], lines[at + 1]].some((near) => (near?.kind ?? 'same') !== 'same'));
  return lines
    .map((line, at) => (isKept(line, at) ? line : undefined))
    .filter((line, at, all) => line !== undefined || at === 0 || all[at - 1] !== undefined);
}

function formatLine(line: DiffLine): string {
  if (line.kind === 'reworded') return `~ ${marked(line.parts)}`.trimEnd();
  return `${marks[line.kind]} ${line.text}`.trimEnd();
}

const marks = { same: ' ', removed: '-', added: '+' } as const;

const marked = (parts: readonly DiffPart[]): string =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
