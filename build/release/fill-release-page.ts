/** Says on the page about the release which one it is. */
import { escapeHtml } from '../../templates/html.ts';
import { formatsOf } from '../../templates/locale/formats.ts';
import { type ReleaseSlot, releaseSlots } from '../../templates/model/release-page.ts';
import type { Sha256 } from '../model/paths.ts';

export interface ReleaseFacts {
  readonly sequence: number;
  /** The instant of the release: `2026-11-29T22:30:00Z`. Its day is that of UTC. */
  readonly released: string;
  /** Hash of the Git commit; absent where the content is not kept with Git. */
  readonly revision?: string;
  readonly files: number;
  /** Of all files, not compressed. */
  readonly bytes: number;
  /** Digest of `package-lock.json`. */
  readonly packages: Sha256;
}

/**
 * Returns the page with its slots filled in, in numbers and dates of its language, and all else as it was. A page that an earlier
 * release has filled in can be filled in anew.
 *
 * @param html as the build made it
 * @throws Error when it is not such a page: a slot that is missing, or is there twice, is a fault of the program
 */
export function fillReleasePage(html: string, facts: ReleaseFacts): string {
  const values = valuesOf(facts, languageOf(html));
  return releaseSlots.reduce((page, name) => fillSlot(page, name, values[name]), html);
}

/** First digits are enough to compare by eye; all of them stand in the record of the release. */
const shownDigits = 12;

function valuesOf(facts: ReleaseFacts, htmlLang: string): Readonly<Record<ReleaseSlot, string>> {
  const { number, date } = formatsOf(htmlLang);
  return {
    sequence: number(facts.sequence),
    released: date(facts.released.slice(0, 'yyyy-mm-dd'.length)),
    revision: facts.revision?.slice(0, shownDigits) ?? '–',
    files: number(facts.files),
    // The unit stands beside the slot: decimal megabytes, never 0.
    bytes: number(Math.max(0.1, Math.round(facts.bytes / 100_000) / 10)),
    packages: facts.packages.slice(0, shownDigits),
  };
}

function languageOf(html: string): string {
  const language = /<html lang="([^"]+)"/.exec(html)?.[1];
  if (language === undefined) throw new Error('the page about the release does not say its language');
  return language;
}

function fillSlot(html: string, name: ReleaseSlot, value: string): string {
  const [before = '', after, ...more] = html.split(`<span data-release="${name}">`);
  const end = after?.indexOf('</span>') ?? -1;
  if (after === undefined || end < 0 || more.length > 0)
    throw new Error(`the page about the release needs one slot "${name}"`);
  return `${before}<span data-release="${name}">${escapeHtml(value)}${after.slice(end)}`;
}
