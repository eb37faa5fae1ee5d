/**
 * Collects the footnotes of a text at its end.
 *
 * The marks in the text and the definitions are read by markdown-it-footnote. Its last step is replaced: it loses the
 * balance of tokens when a definition stands inside another one, and takes the square of the number of footnotes.
 */
import type { Env, MarkdownIt, StateCore, Token } from 'markdown-it';

/** What markdown-it-footnote notes about a text, as far as we read it. */
interface Footnotes {
  /** By `:label`; negative while nothing refers to it. */
  readonly refs?: Readonly<Record<string, number>>;
  /** In the order of their first references. */
  readonly list?: readonly Footnote[];
}

interface Footnote {
  readonly label?: string;
  /** How often it is referred to; inline footnotes (`^[text]`) have none. */
  readonly count?: number;
  /** Of an inline footnote. */
  readonly tokens?: Token[];
  readonly content?: string;
}

const nestedKey = Symbol('nested footnotes');

export function useFootnoteList(md: MarkdownIt): void {
  md.core.ruler.at('footnote_tail', appendFootnotes);
}

/** The labels of definitions that nothing refers to. */
export function unusedFootnotes(env: Env): string[] {
  const refs = footnotesOf(env).refs ?? {};
  return Object.keys(refs).flatMap((key) => ((refs[key] ?? 0) < 0 ? [key.slice(1)] : []));
}

/** The labels of definitions that stand inside another one. */
export const nestedFootnotes = (env: Env): readonly string[] =>
  (env[nestedKey] as string[] | undefined) ?? [];

const footnotesOf = (env: Env): Footnotes => (env.footnotes as Footnotes | undefined) ?? {};

function appendFootnotes(state: StateCore): void {
  if (state.env.footnotes === undefined) return;
  const definitions = takeDefinitions(state);
  const { list = [] } = footnotesOf(state.env);
  if (list.length === 0) return;
  const make = (type: string, nesting: -1 | 0 | 1): Token => new state.Token(type, '', nesting);
  state.tokens.push(make('footnote_block_open', 1));
  for (const [id, footnote] of list.entries()) {
    const content =
      footnote.tokens === undefined ? definitions.get(footnote.label ?? '') : paragraphOf(state, footnote);
    const last = content?.at(-1)?.type === 'paragraph_close' ? content.pop() : undefined;
    state.tokens.push(withId(make('footnote_open', 1), id, 0));
    for (const token of content ?? []) state.tokens.push(token);
    for (let subId = 0; subId < Math.max(1, footnote.count ?? 1); subId++) {
      state.tokens.push(withId(make('footnote_anchor', 0), id, subId));
    }
    if (last !== undefined) state.tokens.push(last);
    state.tokens.push(make('footnote_close', -1));
  }
  state.tokens.push(make('footnote_block_close', -1));
}

/** Takes the definitions out of the text. The text of an inner one falls to the outer one. */
function takeDefinitions(state: StateCore): Map<string, Token[]> {
  const definitions = new Map<string, Token[]>();
  const nested: string[] = [];
  let current: Token[] | undefined;
  let depth = 0;
  state.tokens = state.tokens.filter((token) => {
    if (token.type === 'footnote_reference_open') {
      const label = String(token.meta?.label);
      if (depth++ > 0) {
        nested.push(label);
      } else {
        current = [];
        definitions.set(label, current);
      }
      return false;
    }
    if (token.type === 'footnote_reference_close') {
      if (--depth === 0) current = undefined;
      return false;
    }
    current?.push(token);
    return current === undefined;
  });
  state.env[nestedKey] = nested;
  return definitions;
}

function paragraphOf(state: StateCore, { tokens = [], content = '' }: Footnote): Token[] {
  const inline = new state.Token('inline', '', 0);
  inline.children = tokens;
  inline.content = content;
  return [new state.Token('paragraph_open', 'p', 1), inline, new state.Token('paragraph_close', 'p', -1)];
}

function withId(token: Token, id: number, subId: number): Token {
  token.meta = { id, subId };
  return token;
}
