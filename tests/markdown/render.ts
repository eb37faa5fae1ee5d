import type { RenderedMarkdown } from '../../build/markdown/markdown.ts';
import { renderMarkdown } from '../../build/markdown/markdown.ts';
import { toLocale } from '../../schemas/brands.ts';
import type { BodyPart, RichText } from '../../templates/model/body.ts';

export const render = (text: string, locale = 'en'): RenderedMarkdown =>
  renderMarkdown({
    file: 'shared/courses/play/first-week/index.en.md',
    text,
    firstLine: 1,
    locale: toLocale(locale),
  });

/** The body as one text, with its parts in braces. */
export const shown = (text: string, locale = 'en'): string => flat(render(text, locale).body.parts);

export const flat = (parts: RichText): string => parts.map(flatPart).join('').trim();

/** The faults of a text, each as an author sees it, with the columns that are marked. */
export const faults = (text: string, locale = 'en'): string =>
  render(text, locale)
    .diagnostics.map(
      ({ line, column, endColumn, severity, code, message, hint }) =>
        `${line}:${column}-${endColumn} ${severity} ${code}\n  ${message}\n  help: ${hint}`,
    )
    .join('\n');

/** The codes of the faults, with their lines. */
export const codes = (text: string, locale = 'en'): string[] =>
  render(text, locale).diagnostics.map(({ line, code }) => `${line} ${code}`);

function flatPart(part: BodyPart): string {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'link':
      return `{link ${part.target}${part.fragment === '' ? '' : `#${part.fragment}`}}`;
    case 'link-end':
      return '{/link}';
    case 'image':
      return `{${part.figure ? 'figure' : 'image'} ${[part.src, part.alt, part.caption].join('|')}}`;
    case 'label':
      return `{label ${part.label}}`;
    case 'media':
      return `{${part.media} ${part.src}|${part.title}|${flat(part.description)}}`;
    case 'quiz':
      return `{quiz ${part.quiz.id}}`;
  }
}
