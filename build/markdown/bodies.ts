import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';
import type { Folder, Text } from '../model/catalogue.ts';
import type { SourcePath } from '../model/paths.ts';
import { type LocatedWebLink, type RenderedBodies, type RenderedBody, rulesPath } from '../model/rendered.ts';
import type { TextOutline, TextOutlines } from '../model/text-outline.ts';
import { type RenderedMarkdown, renderMarkdown } from './markdown.ts';

/** Renders the bodies of one entry, and the rules of a community, which are Markdown too. */
export function renderBodies(folder: Folder): {
  readonly bodies: RenderedBodies;
  readonly webLinks: readonly LocatedWebLink[];
  /** Under the keys of the bodies. */
  readonly outlines: TextOutlines;
  readonly diagnostics: readonly Diagnostic[];
} {
  const bodies = new Map<SourcePath, RenderedBody>();
  const webLinks: LocatedWebLink[] = [];
  const outlines = new Map<SourcePath, TextOutline>();
  const diagnostics: Diagnostic[] = [];
  const add = (key: SourcePath, rendered: RenderedMarkdown): void => {
    const { webLinks: found, outline, ...body } = rendered;
    bodies.set(key, body);
    outlines.set(key, outline);
    webLinks.push(...found.map((link) => ({ ...link, file: fileOf(key) })));
    diagnostics.push(...rendered.diagnostics);
  };
  for (const text of [...folder.texts.values(), ...folder.patches.values()]) {
    const { locale } = text.place;
    add(text.path, renderMarkdown({ file: text.path, text: text.body, firstLine: text.bodyLine, locale }));
    if (typeof text.fields.rules === 'string')
      add(rulesPath(text.path), renderRules(text, text.fields.rules));
  }
  return { bodies, webLinks, outlines, diagnostics };
}

const fileOf = (key: SourcePath): SourcePath => key.replace(/#rules$/, '') as SourcePath;

/** A block text begins on the line below its key, indented; any other beside its key. */
function renderRules(text: Text, rules: string): RenderedMarkdown {
  const value = text.positions.value(['rules']);
  const isBlock = value.endLine > value.line;
  const firstLine = isBlock ? value.line + 1 : value.line;
  const line = text.text.split('\n')[firstLine - 1] ?? '';
  const indent = isBlock ? line.length - line.trimStart().length : value.column - 1;
  const rendered = renderMarkdown({ file: text.path, text: rules, firstLine, locale: text.place.locale });
  const quizzes = [...rendered.quizPositions].map(([id, range]) => quizInRules(text, id, range));
  return {
    ...rendered,
    diagnostics: [...rendered.diagnostics, ...quizzes].map((diagnostic) => indented(diagnostic, indent)),
    links: rendered.links.map((link) => ({ ...link, range: indented(link.range, indent) })),
    webLinks: rendered.webLinks.map((link) => ({ ...link, range: indented(link.range, indent) })),
  };
}

/** Its id could be that of a quiz in the text below, and a page keeps answers by these. */
const quizInRules = (text: Text, id: string, range: Range): Diagnostic => ({
  code: 'quiz/in-rules',
  severity: 'error',
  file: text.path,
  ...range,
  message: `the quiz #${id} stands in the rules of a community`,
  hint: 'move it into the text below the front matter',
});

const indented = <R extends Range>(range: R, indent: number): R => ({
  ...range,
  column: range.column + indent,
  endColumn: range.endColumn + indent,
});
