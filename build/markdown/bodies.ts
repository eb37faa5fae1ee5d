import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Catalogue, Text } from '../model/catalogue.ts';
import type { SourcePath } from '../model/paths.ts';
import { type RenderedBodies, type RenderedBody, rulesPath } from '../model/rendered.ts';
import { renderMarkdown } from './markdown.ts';

/** Renders every body of the catalogue once, and the rules of communities, which are Markdown too. */
export function renderBodies(catalogue: Catalogue): {
  readonly bodies: RenderedBodies;
  readonly diagnostics: readonly Diagnostic[];
} {
  const bodies = new Map<SourcePath, RenderedBody>();
  const diagnostics: Diagnostic[] = [];
  const render = (key: SourcePath, text: Text, markdown: string, firstLine: number): void => {
    const rendered = renderMarkdown({
      file: text.path,
      text: markdown,
      firstLine,
      locale: text.place.locale,
    });
    bodies.set(key, rendered);
    diagnostics.push(...rendered.diagnostics);
  };
  for (const folder of catalogue.folders.values()) {
    for (const text of [...folder.texts.values(), ...folder.patches.values()]) {
      render(text.path, text, text.body, text.bodyLine);
      const { rules } = text.fields;
      // A block text begins on the line below its key.
      if (typeof rules === 'string')
        render(rulesPath(text.path), text, rules, text.positions.key(['rules']).line + 1);
    }
  }
  return { bodies, diagnostics };
}
