import type { Examples } from '../examples.ts';
import { samplePage } from '../sample-page.ts';
import { share } from './share.ts';

export const examples: Examples = { 'before the script': share(samplePage) };
