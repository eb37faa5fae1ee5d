import type { Token } from 'markdown-it';
import type { Rendering } from './rendering.ts';

/**
 * Reports a tag or comment.
 *
 * @param start Its offset in the text of the block.
 * @param reported The tags of the same text so far: a closing tag is reported only when its opening one was not.
 */
export function reportTag(
  token: Token,
  start: number,
  block: Token,
  reported: Set<string>,
  rendering: Rendering,
): void {
  const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(token.content)?.[1]?.toLowerCase() ?? '';
  if (token.content.startsWith('</') && reported.has(name)) return;
  reported.add(name);
  const what = token.content.startsWith('<!--') ? 'a hidden comment' : `"${shortened(token.content)}"`;
  const range = rendering.rangeIn(block, start, start + token.content.length);
  rendering.error(
    'markdown/raw-html',
    range,
    `${what} does not work here: readers would see it as it stands`,
    hintForTag(name),
  );
}

/** `<b>` for `<b class="x">`. */
const shortened = (tag: string): string => `${/^<[/!?]?[A-Za-z0-9-]*/.exec(tag)?.[0]}>`;

/** The way to write the same in Markdown. */
function hintForTag(name: string): string {
  switch (name) {
    case '':
      return 'remove it; notes for other authors do not belong in the text';
    case 'b':
    case 'strong':
      return 'write **bold** for bold';
    case 'i':
    case 'em':
      return 'write *slanted* for slanted letters';
    case 'br':
      return 'end the line with a backslash \\ to begin a new one';
    case 'p':
    case 'div':
      return 'an empty line begins a new paragraph';
    case 'a':
      return 'write [words of the link](/courses/play/)';
    case 'img':
      return 'write ![what the picture shows](picture.jpg)';
    case 'video':
    case 'iframe':
    case 'audio':
      return 'put the file beside the text and write ::: video file.mp4 Title, or ::: audio file.mp3 Title';
    default:
      return 'write it in Markdown, or put a backslash before the <, as in \\<, to show it';
  }
}
