import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { logoOf } from '../sample.ts';
import { ministryLine, organisation } from './ministry.ts';

export const examples: Examples = ({ page }) => ({
  name: html`${ministryLine(page, logoOf(page), html`Ministry of Education`)}`,
  'with a link': html`${ministryLine(
    page,
    logoOf(page),
    organisation({ name: 'Министерство просвещения', url: 'https://edu.example/' }),
  )}`,
});
