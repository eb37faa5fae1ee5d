import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { samplePage } from '../sample-page.ts';
import { ministryLine, organisation } from './ministry.ts';

const logo = { path: '/assets/logo.1a2b3c4d.svg', widthPx: 120, heightPx: 40 };

export const examples: Examples = {
  name: ministryLine(samplePage, logo, html`Ministry of Education`),
  'with a link': ministryLine(
    samplePage,
    logo,
    organisation({ name: 'Министерство просвещения', url: 'https://edu.example/' }),
  ),
};
