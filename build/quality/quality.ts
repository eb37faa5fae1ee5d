/**
 * The quality stage: what can be seen of a text that is without faults and may yet be wrong for its readers.
 *
 * In: an entry, what its bodies are made of, and the glossary. Out: warnings. It looks at one entry alone, so that what it says is kept
 * for as long as the texts of the entry and the settings stay as they are.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Folder } from '../model/catalogue.ts';
import type { GlossaryTerm } from '../model/glossary.ts';
import { checkAltTexts } from './alt-text.ts';
import { checkAvoidedWords } from './avoided-words.ts';
import { checkCredit } from './credit.ts';
import { checkGlossaryTerms } from './glossary-terms.ts';
import { checkLength } from './lesson-length.ts';
import { checkFeedback } from './quiz-feedback.ts';
import { checkStructure } from './structure.ts';
import { judgedTexts, type RenderedEntry, translationsIn } from './texts.ts';
import { checkUntranslated } from './untranslated.ts';

interface Known {
  readonly glossary: readonly GlossaryTerm[];
  /** Files that have errors, which come first: half of what else could be said of them would follow from these. */
  readonly faulty: ReadonlySet<string>;
}

export function checkQuality(
  folder: Folder,
  rendered: RenderedEntry,
  { glossary, faulty }: Known,
): Diagnostic[] {
  const texts = judgedTexts(folder, rendered).filter(({ text }) => !faulty.has(text.path));
  return [
    ...texts.flatMap((text) => [
      ...checkAvoidedWords(text, glossary),
      ...checkAltTexts(text, folder),
      ...checkCredit(text, folder),
      ...checkLength(text),
      ...checkFeedback(text),
    ]),
    ...translationsIn(texts).flatMap((pair) => [
      ...checkGlossaryTerms(pair, glossary),
      ...checkUntranslated(pair),
      ...checkStructure(pair),
    ]),
  ];
}
