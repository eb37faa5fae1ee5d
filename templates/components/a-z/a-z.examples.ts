import type { Examples } from '../examples.ts';
import { letterLinks, titlesByLetter } from './a-z.ts';

export const examples: Examples = ({ page, material, lessons: [lesson] }) => {
  const [initial, other] = [
    page.chrome.format.initial(material.title),
    page.chrome.format.initial(lesson.title),
  ];
  const letters = [initial, other].map((label) => ({ label, path: page.path, count: 12 }));
  const titleOf = ({ path, title: label }: typeof material | typeof lesson) => ({ path, label });
  const ofMaterial = { ...titleOf(material), what: material.type.label };
  return {
    letters: letterLinks(page, letters),
    'titles of several letters': titlesByLetter(page, [
      { heading: initial, id: 'a-z-first', links: [ofMaterial] },
      { heading: other, id: 'a-z-second', links: [titleOf(lesson)] },
    ]),
    'titles of one letter': titlesByLetter(page, [{ heading: initial, id: 'a-z-one', links: [ofMaterial] }]),
  };
};
