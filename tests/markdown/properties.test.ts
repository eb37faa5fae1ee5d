import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../build/markdown/markdown.ts';
import { toLocale } from '../../schemas/brands.ts';
import type { BodyPart, Quiz, RichText } from '../../templates/model/body.ts';

const fragments = [
  '\n',
  '\n\n',
  '\n    ',
  '\n  ',
  ' ',
  '# ',
  '## ',
  '- ',
  '1. ',
  '> ',
  '- [ ] ',
  '- [x] ',
  '=> ',
  '= ',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```\n',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](',
  '](/courses/play/)',
  '](a.png)',
  '](https://example.org)',
  '](javascript:alert(1))',
  '](data:text/html,x)',
  '](/ru/courses/a/)',
  '](#a)',
  '<',
  '>',
  '<script>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '<!--',
  '-->',
  '<https://example.org>',
  '<javascript:alert(1)>',
  '&',
  '&lt;',
  '&#106;',
  '"',
  "'",
  '\\',
  '|',
  '\n|-|-|\n',
  '\n:::\n',
  '\n::::\n',
  '\n::: note\n',
  '\n:::: activity A\n',
  '\n::: steps\n',
  '\n::: quiz #q1\n',
  '\n::: match #q2\n',
  '\n::: order #q3\n',
  '\n::: short #q4\n',
  '\n::: reflect #q5\n',
  '\n::: video a.mp4 T\n',
  '\n: ',
  '[^1]',
  '\n[^1]: ',
  '^[',
  '\n*[a]: ',
  '\n[a]: ',
  '...',
  '--',
  '3-6',
  'a',
  'я',
  'word ',
  '\t',
  '\u00A0',
  '\0',
  '\r\n',
  '\uD800',
];

const authorText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 80 }).map((parts) => parts.join('')),
);
const locale = fc.constantFrom('en', 'ru', 'sr-Cyrl', 'uz-Latn').map(toLocale);

const rendered = (text: string, language: ReturnType<typeof toLocale>) =>
  renderMarkdown({ file: 'shared/pages/a/index.en.md', text, firstLine: 1, locale: language });

test('no text throws, and the same text gives the same result', () => {
  fc.assert(
    fc.property(authorText, locale, (text, language) => {
      expect(rendered(text, language)).toEqual(rendered(text, language));
    }),
    { numRuns: 1_000 },
  );
});

test('nothing but our own tags and attributes, well nested, comes out', () => {
  fc.assert(
    fc.property(authorText, locale, (text, language) => {
      const { body } = rendered(text, language);
      for (const rich of [body.parts, ...body.parts.flatMap(richTextsOf)]) checkMarkup(markupOf(rich));
    }),
    { numRuns: 3_000 },
  );
});

test('faults stand within the text', () => {
  fc.assert(
    fc.property(authorText, locale, (text, language) => {
      const lines = text.split(/\r\n?|\n/);
      for (const { line, column, endLine, endColumn } of rendered(text, language).diagnostics) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(endLine).toBe(line);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(endColumn).toBeGreaterThanOrEqual(column);
        expect(endColumn).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
      }
    }),
    { numRuns: 1_000 },
  );
});

/** Tags with the attributes that they may have. */
const allowed =
  /^(?:\/?(?:p|h[2-6]|ul|ol|li|blockquote|pre|code|em|strong|s|table|thead|tbody|tr|dl|dt|dd|sup)|sup id="fnref[\d-]+"|br|hr|\/(?:a|td|th|div|section|abbr)|td|td class="(?:center|end)"|th scope="col"(?: class="(?:center|end)")?|h[2-6] id="[\p{L}\p{M}\p{N}-]+"|ol(?: class="steps")?(?: start="\d+")?|a href="(?:https?:|mailto:|tel:|#)[^"<>]*"(?: rel="noopener"| id="fnref[\d-]+" role="doc-noteref"| role="doc-backlink")?|li id="fn\d+"|section class="(?:activity|footnotes)"(?: role="doc-endnotes")?|p class="k"|div class="callout (?:note|tip|warning)"|abbr title="[^"<>]*"|page-link)$/u;

const voidTags = new Set(['br', 'hr']);

function checkMarkup(markup: string): void {
  const open: string[] = [];
  for (const [, tag = ''] of markup.matchAll(/<([^>]*)>/g)) {
    if (tag !== 'page-link' && tag !== '/page-link' && !allowed.test(tag))
      throw new Error(`<${tag}> in ${markup}`);
    const name = tag.replace(/^\//, '').split(' ', 1)[0] ?? '';
    if (voidTags.has(name)) continue;
    if (!tag.startsWith('/')) open.push(name);
    else if (open.pop() !== name) throw new Error(`<${tag}> closes another tag in ${markup}`);
    if (
      ['a', 'page-link'].every((link) => open.includes(link)) ||
      open.filter((link) => link === 'a' || link === 'page-link').length > 1
    )
      throw new Error(`links in links: ${markup}`);
  }
  if (open.length > 0) throw new Error(`${open.join()} stays open in ${markup}`);
}

const markupOf = (rich: RichText): string => rich.map(markupOfPart).join('');

function markupOfPart(part: BodyPart): string {
  if (typeof part === 'string') return part;
  if (part.kind === 'link') {
    expect(part.target).toMatch(/^\/([a-z0-9-]+\/)*$/);
    return '<page-link>';
  }
  if (part.kind === 'image' || part.kind === 'media')
    expect(part.src).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
  return part.kind === 'link-end' ? '</page-link>' : '';
}

function richTextsOf(part: BodyPart): RichText[] {
  if (typeof part === 'string') return [];
  if (part.kind === 'media') return [part.description];
  return part.kind === 'quiz' ? [part.quiz.prompt, ...textsOfQuiz(part.quiz)] : [];
}

function textsOfQuiz(quiz: Quiz): RichText[] {
  switch (quiz.kind) {
    case 'choice':
      return quiz.options.flatMap(({ text, feedback }) => [text, feedback]);
    case 'match':
      return quiz.pairs.flatMap(({ left, right }) => [left, right]);
    case 'order':
      return [...quiz.items];
    case 'reflect':
      return [...quiz.statements];
    case 'short':
      return [];
  }
}
