/** All examples of the gallery: those of components, and of what authors make with Markdown. */
import type { Sample } from '../../templates/components/sample.ts';
import type { SafeHtml } from '../../templates/html.ts';
import { loadComponents } from './components.ts';
import { renderTextBlock, textBlocksFor } from './text-blocks.ts';

export interface ComponentExamples {
  readonly name: string;
  /** None when nobody has written any. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly state: string;
  readonly markup: SafeHtml;
  /** What an author writes to get it. */
  readonly markdown?: string;
}

/** Returns the examples by the name of what they are of, sorted. */
export async function examplesOf(sample: Sample): Promise<readonly ComponentExamples[]> {
  const components = (await loadComponents()).map(({ name, examples }) => ({
    name,
    examples: Object.entries(examples?.(sample) ?? {}).map(([state, markup]) => ({ state, markup })),
  }));
  const blocks = Object.entries(textBlocksFor(sample)).map(([name, states]) => ({
    name,
    examples: Object.entries(states).map(([state, markdown]) => ({
      state,
      markup: renderTextBlock(markdown, sample),
      markdown,
    })),
  }));
  return [...components, ...blocks].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
