/**
 * Renders what stands between `:::` lines.
 */
import type { CalloutKind } from '../../templates/model/body.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { blocksBetween } from './blocks.ts';
import { containerOf } from './container-rule.ts';
import { detached } from './detached.ts';
import { plainTextOf } from './plain-text.ts';
import { isQuizName, quizNames } from './quiz/quiz-names.ts';
import { renderQuiz } from './quiz/render-quiz.ts';
import { numberAttribute, renderBlocks } from './render-blocks.ts';
import { renderInline } from './render-inline.ts';
import { renderMedia } from './render-media.ts';
import type { Rendering } from './rendering.ts';

/** What can stand behind three colons. */
export const containerNames = [
  'note',
  'tip',
  'warning',
  'activity',
  'steps',
  'video',
  'audio',
  'download',
  ...quizNames,
] as const;

export type ContainerName = (typeof containerNames)[number];

const names: readonly string[] = containerNames;

/** Renders the container whose tokens are at `open` and `close`. */
export function renderContainer(rendering: Rendering, open: number, close: number): void {
  const token = rendering.tokens[open];
  if (token === undefined) return;
  const { name, closed } = containerOf(token);
  const isKnown = names.includes(name);
  const line = token.map?.[0] ?? rendering.line;
  if (!isKnown) reportUnknown(rendering, name, line);
  if (!closed) reportUnclosed(rendering, open, line);
  switch (name) {
    case 'note':
    case 'tip':
    case 'warning':
      rendering.out.html(`<div class="callout ${name}">`);
      renderBlocks(rendering, renderKicker(rendering, open, name), close);
      rendering.out.html('</div>\n');
      return;
    case 'activity':
      renderActivity(rendering, open, close);
      return;
    case 'steps':
      renderSteps(rendering, open, close, line);
      return;
    case 'video':
    case 'audio':
    case 'download':
      renderMedia(rendering, open, close, name);
      return;
    default:
      if (isQuizName(name)) renderQuiz(rendering, open, close, name);
      else renderBlocks(rendering, open + 1, close);
  }
}

/** Writes the author's title, or the usual one. Returns where the content begins. */
function renderKicker(rendering: Rendering, open: number, label: CalloutKind | undefined): number {
  const { out, tokens } = rendering;
  const title = tokens[open + 1]?.type === 'container_title_open' ? tokens[open + 2] : undefined;
  if (title === undefined && label === undefined) return open + 1;
  out.html('<p class="k">');
  if (title !== undefined) renderInline(title, rendering);
  else if (label !== undefined) out.part({ kind: 'label', label });
  out.html('</p>\n');
  out.endBlock();
  return title === undefined ? open + 1 : open + 4;
}

/** Its title is a heading like any other. What to try today is the first of a page; others, such as a second meeting, come later. */
function renderActivity(rendering: Rendering, open: number, close: number): void {
  const { out, tokens } = rendering;
  const title = tokens[open + 1]?.type === 'container_title_open' ? tokens[open + 2] : undefined;
  out.html('<section class="activity">');
  if (!rendering.hasActivity) {
    rendering.hasActivity = true;
    out.html('<p class="k">');
    out.part({ kind: 'label', label: 'activity' });
    out.html('</p>\n');
  }
  if (title !== undefined) {
    const text = detached(plainTextOf(title.children ?? []));
    const id = rendering.anchors.of(text);
    rendering.headings.push({ level: 2, id, text });
    out.html(`<h2 id="${id}">`);
    renderInline(title, rendering);
    out.html('</h2>\n');
    out.endBlock();
  }
  renderBlocks(rendering, title === undefined ? open + 1 : open + 4, close);
  out.html('</section>\n');
}

function renderSteps(rendering: Rendering, open: number, close: number, line: number): void {
  const { out, tokens } = rendering;
  const start = renderKicker(rendering, open, undefined);
  let hasList = false;
  for (const block of blocksBetween(tokens, start, close)) {
    if (block.token.type !== 'ordered_list_open') {
      renderBlocks(rendering, block.open, block.close + 1);
      continue;
    }
    hasList = true;
    out.html(`<ol class="steps"${numberAttribute(block.token)}>\n`);
    renderBlocks(rendering, block.open + 1, block.close + 1);
  }
  if (!hasList)
    rendering.error(
      'markdown/steps-list',
      rendering.positions.line(line),
      'these steps have no numbered list',
      'write each step on a line of its own that begins with a number: 1. Sit down',
    );
}

function reportUnknown(rendering: Rendering, name: string, line: number): void {
  const range = rendering.positions.word(line, name === '' ? ':::' : name);
  const message =
    name === '' ? 'after the colons stands the name of the container' : `there is no container "${name}"`;
  rendering.error(
    'markdown/container-unknown',
    range,
    message,
    didYouMean(name, names) ?? `the names are: ${names.join(', ')}`,
  );
}

function reportUnclosed(rendering: Rendering, open: number, line: number): void {
  const token = rendering.tokens[open];
  if (token === undefined) return;
  const { name, colons } = containerOf(token);
  const fence = ':'.repeat(colons);
  rendering.error(
    'markdown/container-unclosed',
    rendering.positions.line(line),
    `this container${name === '' ? '' : ` "${name}"`} is never closed`,
    `write a line ${fence} where it ends`,
  );
}
