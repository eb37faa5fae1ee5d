import fc from 'fast-check';
import type { MarkdownIt as Parser, Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { makeToken, type PositionedToken } from '../../build/markdown/light-states.ts';
import { dialectOf, parserFor } from '../../build/markdown/parser.ts';
import { typographicStyle } from '../../build/markdown/typographic-style.ts';
import { toLocale } from '../../schemas/brands.ts';
import '../support/fuzz-seed.ts';

const style = typographicStyle(toLocale('ru'));

/** markdown-it as it is, but for the offsets that we add. */
function slowParser(): Parser {
  const md = dialectOf(style);
  md.inline.State = class extends MarkdownIt.StateInline {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token: PositionedToken = super.push(type, tag, nesting);
      token.offset = this.pos;
      return token;
    }
  };
  return md;
}

const slow = slowParser();

const parsed = (parser: Parser, text: string): unknown => {
  const env = {};
  return { tokens: parser.parse(text, env), env };
};

test('a token is one of markdown-it', () => {
  const token = makeToken('text', '', 0);
  expect(token).toStrictEqual(new MarkdownIt.Token('text', '', 0));
  expect(token).toBeInstanceOf(MarkdownIt.Token);
});

describe('the parser finds what markdown-it finds by itself', () => {
  const piece = fc.constantFrom(
    ...[
      'word',
      'слово',
      ' ',
      '  ',
      '\t',
      '\n',
      '\n\n',
      '\n  ',
      '    ',
      '. ',
      ': ',
      ' - ',
      ', ',
      '!',
      '?',
      '$',
      '%',
      '@',
      '#',
      '+',
      '=',
      '{',
      '}',
      '😀',
      '\ud800',
    ],
    ...[
      '*',
      '**',
      '_',
      '__',
      '~',
      '~~',
      '`',
      '``',
      '\\',
      '\\\n',
      '\\*',
      '[',
      ']',
      '(',
      ')',
      '![',
      '](',
      '](/courses/)',
      '[^1]',
      '[^1]: ',
      '^[',
      '^',
      '<',
      '>',
    ],
    ...[
      '<b>',
      '<https://a.b>',
      '<!--',
      '&amp;',
      '&',
      '&#35;',
      '"',
      "'",
      '--',
      '...',
      'http://a.b',
      '*[HTML]: Hyper',
      'HTML',
      '\n: ',
      '\n| a |\n|---|\n',
    ],
    ...[
      '# ',
      '- ',
      '1. ',
      '> ',
      '::: tip T\n',
      ':::\n',
      '```\n',
      '---\n',
      '===\n',
      '[a]: /b\n',
      '[a]',
      '  \n',
      '\u00a0',
      '\u2028',
      '\ufffd',
    ],
  );
  const runs = Number(process.env.FUZZ_RUNS ?? 3000);

  test('in any text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        expect(parsed(parserFor(style), text)).toStrictEqual(parsed(slow, text));
      }),
      { numRuns: runs },
    );
  });

  test.each(['', ' ', '\n', 'a', 'a\n', 'a\n ', ' \n\t', '\ta\n \tb', 'a\n\n  '])(
    'in the lines of %j',
    (text) => {
      expect(parsed(parserFor(style), text)).toStrictEqual(parsed(slow, text));
    },
  );
});
