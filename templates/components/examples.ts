import type { SafeHtml } from '../html.ts';

/** The states of a component by name: written once, for the gallery, the tests and the accessibility check. */
export type Examples = Readonly<Record<string, SafeHtml>>;
