/** Finds translations that are built otherwise than their original: something was left out, or stands where it does not belong. */
import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import type { TextOutline } from '../model/text-outline.ts';
import { type TranslationPair, warning } from './texts.ts';

/** @returns at most one for the headings and one for the boxes, at the first that differs */
export function checkStructure({ translation, original }: TranslationPair): Diagnostic[] {
  if (!translation.text.hasBody || !original.text.hasBody) return [];
  return parts.flatMap(({ what, plural, rowOf }) => {
    const [here, there] = [rowOf(translation.outline), rowOf(original.outline)];
    const at = [...(here.length > there.length ? here : there)].findIndex(
      (_, index) => here[index]?.sign !== there[index]?.sign,
    );
    if (at < 0) return [];
    const [found, wanted] = [here[at], there[at]];
    const end = here.at(-1)?.range ?? translation.text.positions.key(['title']);
    return [
      warning(
        translation.text,
        'translation/structure',
        found?.range ?? end,
        messageOf(what, at + 1, found, wanted, original.text.path),
        wanted === undefined
          ? `remove it, or add it to the original; the original has ${there.length}`
          : `line ${wanted.range.line} of ${original.text.path} begins with ${wanted.sign}: a translation has the same ${plural} in the same order`,
      ),
    ];
  });
}

interface Part {
  /** As it is written: `##`, `::: tip`. */
  readonly sign: string;
  readonly range: Range;
}

/** Quizzes are compared by their names, as faults. */
const quizzes = new Set(['quiz', 'match', 'order', 'short', 'reflect']);

const parts: readonly {
  readonly what: string;
  readonly plural: string;
  readonly rowOf: (outline: TextOutline) => readonly Part[];
}[] = [
  {
    what: 'heading',
    plural: 'headings',
    rowOf: ({ headings }) => headings.map(({ level, range }) => ({ sign: '#'.repeat(level), range })),
  },
  {
    what: 'box',
    plural: 'boxes',
    rowOf: ({ boxes }) =>
      boxes
        .filter(({ name }) => !quizzes.has(name))
        .map(({ name, range }) => ({ sign: `::: ${name}`, range })),
  },
];

function messageOf(
  what: string,
  place: number,
  found: Part | undefined,
  wanted: Part | undefined,
  path: string,
): string {
  if (found === undefined) return `${what} ${place} of the original ${path} is missing here`;
  if (wanted === undefined) return `${what} ${place} is not in the original ${path}`;
  return `${what} ${place} is ${found.sign} here, and ${wanted.sign} in the original ${path}`;
}
