import type { SafeHtml } from '../html.ts';
import type { Sample } from './sample.ts';

/**
 * The states of a component by name, made of a sample: written once, for the gallery of the preview, the tests and the accessibility
 * check. The export `examples` of `<component>.examples.ts` is one of these.
 */
export type Examples = (sample: Sample) => Readonly<Record<string, SafeHtml>>;
