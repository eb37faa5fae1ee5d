import { betweenFacts, unbroken } from '../../unbroken.ts';
import type { IndexedMaterial } from './library-index.ts';

/** Returns the row of a material, as `components/card.ts` writes it. */
export function materialRow(material: IndexedMaterial): HTMLLIElement {
  const { title, summary, kicker, facts, image, lang, dir } = material;
  const row = element('li', 'card');
  const words = element('div');
  const heading = inLanguage(element('h2'));
  const link = element('a', '', title);
  link.href = `${material.id}/`;
  if (lang !== undefined) link.hreflang = lang;
  heading.append(link);
  const meta = element('p', 'meta', facts.map(unbroken).join(betweenFacts));
  words.append(element('p', 'k', kicker), heading, inLanguage(element('p', '', summary)), meta);
  if (image !== undefined) {
    const picture = element('img');
    picture.loading = 'lazy';
    picture.alt = '';
    [picture.src, picture.width, picture.height] = image;
    row.classList.add('pictured');
    row.append(picture);
  }
  row.append(words);
  return row;

  function inLanguage<T extends HTMLElement>(part: T): T {
    if (lang !== undefined) part.lang = lang;
    if (dir !== undefined && dir !== document.documentElement.dir) part.dir = dir;
    return part;
  }
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}
