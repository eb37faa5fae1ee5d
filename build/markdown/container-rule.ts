/**
 * The block rule for `::: name title` … `:::`.
 *
 * It is our own, because markdown-it-container closes a forgotten container silently at the end of the text. A closing
 * line belongs to the innermost open container of just as many colons, or else of fewer; so containers nest with more
 * colons outside (`::::`) as well as with equally many, and a forgotten `:::` inside does not tear the outer one open.
 */
import type { MarkdownIt, StateBlock, Token } from 'markdown-it';

/** What stands behind the colons. */
export interface Container {
  readonly name: string;
  /** All that follows the name. */
  readonly info: string;
  readonly colons: number;
  readonly closed: boolean;
}

export const containerOf = (token: Token): Container => token.meta as unknown as Container;

/** Makes `container_open`, `container_close` and, for a closing line without an opening one, `container_stray`. */
export function useContainers(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'container', container, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

/** Containers whose title is a text; elsewhere it is an id or a file. */
const titled = new Set(['note', 'tip', 'warning', 'activity', 'steps']);

function container(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const fence = fenceAt(state, startLine);
  if (fence === undefined) return false;
  if (silent) return true;
  if (fence.info === '') {
    state.push('container_stray', '', 0).map = [startLine, startLine + 1];
    state.line = startLine + 1;
    return true;
  }
  const end = findEnd(state, startLine, endLine, fence.colons);
  const name = /^[^\s[\]{}()#]*/.exec(fence.info)?.[0] ?? '';
  const info = fence.info.slice(name.length).trim();
  const open = state.push('container_open', 'div', 1);
  open.map = [startLine, end.line];
  open.meta = { name, info, colons: fence.colons, closed: end.closed } satisfies Container;
  if (titled.has(name) && info !== '') pushTitle(state, info, startLine);
  const { parentType, lineMax } = state;
  state.parentType = 'container';
  state.lineMax = end.line;
  state.md.block.tokenize(state, startLine + 1, end.line);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.push('container_close', 'div', -1);
  state.line = end.closed ? end.line + 1 : end.line;
  return true;
}

function pushTitle(state: StateBlock, title: string, line: number): void {
  state.push('container_title_open', 'p', 1);
  const inline = state.push('inline', '', 0);
  inline.content = title;
  inline.map = [line, line + 1];
  inline.children = [];
  state.push('container_title_close', 'p', -1);
}

interface Fence {
  readonly colons: number;
  /** Empty on a closing line. */
  readonly info: string;
}

const colon = 0x3a;

function fenceAt(state: StateBlock, line: number): Fence | undefined {
  const start = startOf(state, line);
  if (state.src.charCodeAt(start) !== colon || isIndentedCode(state, line)) return undefined;
  const end = state.eMarks[line] ?? start;
  const infoStart = Math.min(state.skipChars(start, colon), end);
  const colons = infoStart - start;
  return colons < 3 ? undefined : { colons, info: state.src.slice(infoStart, end).trim() };
}

/** Finds the closing line, or the end of what the container stands in. */
function findEnd(
  state: StateBlock,
  startLine: number,
  endLine: number,
  colons: number,
): { line: number; closed: boolean } {
  const open = [colons];
  let codeFence = '';
  for (let line = startLine + 1; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    if ((state.sCount[line] ?? 0) < state.blkIndent) return { line, closed: false };
    const code = codeFenceAt(state, line);
    if (codeFence !== '') {
      if (code?.info === '' && code.marks.startsWith(codeFence)) codeFence = '';
      continue;
    }
    if (code !== undefined) {
      codeFence = code.marks;
      continue;
    }
    const fence = fenceAt(state, line);
    if (fence === undefined) continue;
    if (fence.info !== '') {
      open.push(fence.colons);
      continue;
    }
    const closes = closedBy(fence.colons, open);
    if (closes === 0) return { line, closed: true };
    if (closes > 0) open.length = closes;
  }
  return { line: endLine, closed: false };
}

function closedBy(colons: number, open: readonly number[]): number {
  const same = open.lastIndexOf(colons);
  return same >= 0 ? same : open.findLastIndex((count) => count < colons);
}

const codeFence = /^(`{3,}|~{3,})(?:(?<=~)([^\n]*)|([^`\n]*))$/;

/** Lines of colons in code are code. */
function codeFenceAt(state: StateBlock, line: number): { marks: string; info: string } | undefined {
  const start = startOf(state, line);
  const first = state.src[start];
  if ((first !== '`' && first !== '~') || isIndentedCode(state, line)) return undefined;
  const match = codeFence.exec(state.src.slice(start, state.eMarks[line]));
  return match?.[1] === undefined
    ? undefined
    : { marks: match[1], info: (match[2] ?? match[3] ?? '').trim() };
}

const startOf = (state: StateBlock, line: number): number =>
  (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);

const isIndentedCode = (state: StateBlock, line: number): boolean =>
  (state.sCount[line] ?? 0) - state.blkIndent >= 4;
