import { html } from '../../html.ts';
import type { Examples } from '../examples.ts';
import { logo } from '../sample.ts';
import { ministryLine, organisation } from './ministry.ts';

export const examples: Examples = ({ page }) => ({
  name: html`${ministryLine(page, logo, html`Ministry of Education`)}`,
  'with a link': html`${ministryLine(
    page,
    logo,
    organisation({ name: 'Министерство просвещения', url: 'https://edu.example/' }),
  )}`,
});
