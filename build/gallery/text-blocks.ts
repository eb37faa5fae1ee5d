/** What authors make with Markdown, as examples beside the components: written as an author writes, through the real stage. */

import type { Locale } from '../../schemas/brands.ts';
import { placeBody } from '../../templates/body/place-body.ts';
import type { Sample } from '../../templates/components/sample.ts';
import type { SafeHtml } from '../../templates/html.ts';
import { html } from '../../templates/html.ts';
import { pageLink } from '../../templates/link.ts';
import { langAttributes } from '../../templates/locale/lang-attributes.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import { textBlocksInEnglish } from './text-blocks.en.ts';
import { textBlocksInRussian } from './text-blocks.ru.ts';

/** Markdown by state, by what it makes. */
export type TextBlocks = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Of files that nobody has to have, in bytes. */
const sizes: Readonly<Record<string, number>> = {
  'lullaby.mp3': 1_240_000,
  'morning-circle.mp4': 18_400_000,
  'plan.pdf': 240_000,
};

/** Returns the blocks in the language of the writing of a sample. */
export const textBlocksFor = ({ writing }: Sample): TextBlocks =>
  writing.language.tag === 'ru' ? textBlocksInRussian : textBlocksInEnglish;

/**
 * Renders a block as the text of a lesson.
 *
 * @throws TypeError the Markdown has a fault
 */
export function renderTextBlock(markdown: string, { page, writing, picture }: Sample): SafeHtml {
  const { language, t, format } = writing;
  const source = { file: 'gallery', text: markdown, firstLine: 1, locale: language.tag as Locale };
  const { body, diagnostics } = renderMarkdown(source);
  const [fault] = diagnostics;
  if (fault !== undefined) throw new TypeError(`${fault.message} in the example: ${markdown}`);
  const placed = placeBody(body.parts, {
    t,
    format,
    href: (target, fragment) => pageLink(page, target + (fragment && `#${fragment}`)),
    picture: () => picture,
    assetHref: (path) => pageLink(page, path),
    file: (src) => ({ href: `#${src}`, bytes: sizes[src] ?? 0 }),
  });
  return html`<div class="text"${langAttributes(page, language)}>${placed}</div>`;
}
