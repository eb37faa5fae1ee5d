/**
 * What the page of each template may weigh on the line: with its style sheet and compressed with brotli, without its pictures and
 * scripts. On a 2G line (150 kbps) 8 KB take half a second.
 */
import type { PageKind } from '../../templates/model/page.ts';
import type { LastingScriptName, ScriptName } from '../client/script-names.ts';

export interface PageBudget {
  readonly bytes: number;
  /** So much more for each entry of the lists of a page that grows with the catalogue. */
  readonly bytesPerEntry?: number;
  readonly why: string;
}

/** Head, sheet, header and footer of a list take 3 KB; a title with a line of summary takes 20 to 70 bytes among others. */
const list = { bytes: 4096, bytesPerEntry: 80 } as const;

export const pageBudgets: Readonly<Record<PageKind, PageBudget>> = {
  lesson: { bytes: 8192, why: 'the promise of the platform: one request, with quizzes, read anywhere' },
  course: { bytes: 8192, why: 'as a lesson, with the way through a dozen of them' },
  group: { bytes: 8192, why: 'as a lesson' },
  material: { bytes: 10_240, why: 'as a lesson, with facts, links to share it and the sheet of a handout' },
  page: { bytes: 12_288, why: 'what law asks of a page on privacy may be long' },
  home: { ...list, why: 'the first page of many; shows every course' },
  parents: { ...list, why: 'the first page of parents; shows what can be done at home' },
  'course-list': { ...list, why: 'a list' },
  'group-list': { ...list, why: 'a list' },
  'material-list': { ...list, why: 'a list in pages, and its filters' },
  'topic-list': { ...list, why: 'a list' },
  topic: { ...list, why: 'a list' },
  search: { ...list, why: 'without a script it is an index of everything' },
  'title-list': { ...list, why: 'a list in pages' },
  learning: { ...list, why: 'every lesson by its title' },
  certificate: { ...list, why: 'a sheet to print, and every course by its title' },
  verify: { ...list, why: 'a form, and every course by its title' },
  release: { bytes: 4096, why: 'nobody reads it to learn' },
  mirror: { bytes: 6144, why: 'read by an administrator, once' },
  'not-found': { bytes: 4096, why: 'nobody asked for it' },
  chooser: { bytes: 3072, why: 'a choice of languages' },
};

/** A page loads its scripts after its text; those that read it offline keep them. */
export const scriptBudgetsBytes: Readonly<Record<ScriptName, number>> = {
  lesson: 3072,
  course: 1536,
  home: 1536,
  library: 2048,
  share: 512,
  mirror: 1024,
  // With the way to what is kept for times without a line, and what is said where the line breaks.
  search: 4352,
  learning: 4608,
  qr: 2560,
  certificate: 2816,
  verify: 1536,
};

/** What a device takes once, and then when it changes; without the words of a site. */
export const lastingScriptBudgetsBytes: Readonly<Record<LastingScriptName, number>> = { sw: 1536, keep: 384 };
