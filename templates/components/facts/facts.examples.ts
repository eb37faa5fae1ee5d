import { html } from '../../html.ts';
import { ageRange, duration } from '../../locale/measures.ts';
import type { Examples } from '../examples.ts';
import { longTitles } from '../sample.ts';
import { alignmentList, facts } from './facts.ts';

const alignments = [
  { framework: 'Years of Ascent', label: 'Well-being' },
  { framework: 'Years of Ascent', label: 'Participation' },
];

export const examples: Examples = ({ page: { chrome } }) => ({
  plain: html`${facts([
    [chrome.t('Time'), duration(chrome.t, 15)],
    [chrome.t('Where'), undefined],
    [chrome.t('Curriculum'), html`<span lang="en">${alignmentList(alignments)}</span>`],
  ])}`,
  'long words': html`${facts(
    longTitles.map(({ title, textLanguage }) => [
      chrome.t('Areas of development'),
      html`<span lang="${textLanguage.htmlLang}">${title}</span>`,
    ]),
  )}`,
  'beside the text': html`<aside>${facts([
    [chrome.t('Time'), duration(chrome.t, 15)],
    [chrome.t('Age of the children'), ageRange(chrome.t, { fromMonths: 36, toMonths: 72 })],
  ])}</aside>`,
});
