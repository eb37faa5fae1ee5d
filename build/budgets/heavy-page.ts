/**
 * Pages that are heavier than their template allows.
 *
 * In: the HTML of a page. Out: what is too much of it, as data, and as a fault of the text that it was made from.
 */
import type { PageKind } from '../../templates/model/page.ts';
import { type Diagnostic, type Severity, startOfFile } from '../diagnostics/diagnostic.ts';
import type { OutputPath, SourcePath } from '../model/paths.ts';
import { pageBudgets } from './budgets.ts';
import { bytesBeyond, listScales, scales } from './scales.ts';

export interface HeavyPage {
  readonly output: OutputPath;
  readonly source: SourcePath;
  readonly kind: PageKind;
  readonly bytes: number;
  readonly budgetBytes: number;
}

/** What a page may weigh. */
export function budgetBytesOf(kind: PageKind, html: string): number {
  const { bytes, bytesPerEntry = 0 } = pageBudgets[kind];
  return bytesPerEntry === 0 ? bytes : bytes + bytesPerEntry * (html.split('<li').length - 1);
}

const isList = (kind: PageKind): boolean => pageBudgets[kind].bytesPerEntry !== undefined;

/** @returns nothing for a page that keeps its budget */
export function findHeavy(
  kind: PageKind,
  html: string,
): Pick<HeavyPage, 'bytes' | 'budgetBytes'> | undefined {
  const budgetBytes = budgetBytesOf(kind, html);
  const bytes = bytesBeyond(html, budgetBytes, isList(kind) ? listScales : scales);
  return bytes === undefined ? undefined : { bytes, budgetBytes };
}

/** One fault for each text, by the heaviest of the pages that were made from it. */
export function budgetFaults(pages: readonly HeavyPage[], severity: Severity): Diagnostic[] {
  return [...Map.groupBy(pages, ({ source }) => source).values()].map((made) => {
    const heaviest = made.reduce((a, b) => (overBytes(b) > overBytes(a) ? b : a));
    return budgetFault(heaviest, made.length - 1, severity);
  });
}

const overBytes = ({ bytes, budgetBytes }: HeavyPage): number => bytes - budgetBytes;

function budgetFault(page: HeavyPage, others: number, severity: Severity): Diagnostic {
  const { output, source, kind, bytes, budgetBytes } = page;
  const address = `/${output.replace(/index\.html$/, '')}`;
  const also = others === 0 ? '' : ` So are ${others} other pages of this file.`;
  return {
    code: 'page/budget',
    severity,
    file: source,
    ...startOfFile,
    message: `The page ${address} is too heavy for slow phones: ${inWords(bytes)} bytes, ${inWords(overBytes(page))} more than a page of this kind (${kind}) may have, which is ${inWords(budgetBytes)}.${also}`,
    hint: wayOut(page),
  };
}

/** In running Russian text, a word more is 3 bytes more. */
const bytesPerWord = 3;

function wayOut(page: HeavyPage): string {
  if (isList(page.kind)) return 'shorten the titles and summaries that it lists';
  const words = Math.ceil(overBytes(page) / bytesPerWord / 10) * 10;
  const parts = page.kind === 'lesson' ? 'lessons' : 'pages';
  return `leave out about ${inWords(words)} words, or make two ${parts} of it`;
}

const inWords = (count: number): string => count.toLocaleString('en');
