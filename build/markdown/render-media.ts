import { containerOf } from './container-rule.ts';
import { detached } from './detached.ts';
import { fileNameHint, isFileName } from './file-names.ts';
import { renderBlocks } from './render-blocks.ts';
import type { Rendering } from './rendering.ts';
import { typographText } from './typography.ts';

const examples = {
  video: '::: video song.mp4 A song for the morning',
  audio: '::: audio song.mp3 A song for the morning',
  download: '::: download poster.pdf A poster to print',
} as const;

/** Renders `::: video file.mp4 Title`; what stands inside describes it. */
export function renderMedia(
  rendering: Rendering,
  open: number,
  close: number,
  media: keyof typeof examples,
): void {
  const token = rendering.tokens[open];
  if (token === undefined) return;
  const { out, positions } = rendering;
  const line = token.map?.[0] ?? rendering.line;
  const { info } = containerOf(token);
  const [src = ''] = info.split(/\s/, 1);
  const title = typographText(info.slice(src.length).trim(), rendering.locale);
  const isFile = isFileName(src) && src.includes('.');
  if (isFile && title !== '') out.plain(title);
  out.endBlock();
  const description = out.aside(() => renderBlocks(rendering, open + 1, close));
  if (src === '') {
    rendering.error(
      'markdown/media-file',
      positions.line(line),
      `this ${media} names no file`,
      `write its name and a title: ${examples[media]}`,
    );
  } else if (!isFile) {
    const isElsewhere = /^[a-z]+:|\//i.test(src);
    rendering.error(
      'markdown/media-file',
      positions.word(line, src),
      `"${src}" is not the name of a file beside this text`,
      isElsewhere ? fileNameHint : `the file comes first: ${examples[media]}`,
    );
  } else {
    if (title === '')
      rendering.warning(
        'markdown/media-title',
        positions.line(line),
        `this ${media} has no title; readers would see the name of the file`,
        `write one after the name: ${examples[media]}`,
      );
    rendering.files.push({ src: detached(src), range: positions.word(line, src) });
    out.part({ kind: 'media', media, src, title, description });
  }
}
