/** Words of a page that no catalogue gave it: in a pseudo-locale, all words of the interface stand in ⟦brackets⟧. */
import type { Page } from 'playwright-core';

/**
 * @returns texts and attributes with letters outside of brackets, in parts that are said to be in the language of the page; names of
 * people and addresses are the same in every language, and the line below a result names a course in the language that it is in
 */
export const untranslatedWords = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const root = document.documentElement;
    const names = /UNICEF|\\bCC BY[-\\w ]* 4\\.0|[\\w.@-]+\\.example[\\w/-]*/g;
    const bare = (text) => {
      let outside = '';
      for (const letter of text.replace(/<[^>]*>/g, '').replace(names, '')) {
        depth += letter === '⟦' ? 1 : letter === '⟧' ? -1 : 0;
        if (depth === 0) outside += letter;
      }
      return /\\p{L}/u.test(outside);
    };
    const isOwn = (element) => element.closest('[lang]').lang === root.lang && element.closest('[translate=no], [data-slot=date], #results .meta, script, style') === null;
    const isForeign = !isOwn(document.querySelector('h1') ?? root);
    const found = [];
    let depth = 0;
    // A sentence may go on behind a link or a name, so that brackets are followed from text to text.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (isOwn(parentElement) && bare(data)) found.push(data.trim());
    }
    if (depth !== 0) found.push('a text is cut off: its bracket does not close');
    const codes = ${JSON.stringify(codes)};
    for (const element of document.querySelectorAll('body *'))
      for (const { name, value } of element.attributes) {
        if (name === 'data-words' && element.tagName !== 'SCRIPT') continue; // what a card is found by
        const isText = ${JSON.stringify(textAttributes)}.includes(name) || (name.startsWith('data-') && !codes.includes(name));
        depth = 0;
        if (isText && (isOwn(element) || element.matches('script')) && (bare(value) || depth !== 0)) found.push(name + '="' + value + '"');
      }
    depth = 0;
    const title = isForeign ? document.title.split(' — ').at(-1) : document.title;
    if (bare(title)) found.push('title: ' + title);
    const summary = document.querySelector('meta[name=description]')?.content ?? '';
    if (!isForeign && bare(summary)) found.push('description: ' + summary);
    return found;
  })()`);

/** Attributes that are read aloud or shown. */
const textAttributes = [
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'label',
  'placeholder',
  'title',
];

/** What scripts read, and nobody else. Of any other `data-` attribute it is assumed that a script shows it. */
const codes = [
  'data-bundle',
  'data-mirror',
  'data-certificate',
  'data-course',
  'data-courses',
  'data-dates',
  'data-file',
  'data-id',
  'data-language',
  'data-lesson',
  'data-page',
  'data-qr',
  'data-quiz',
  'data-quizzes',
  'data-release',
  'data-site',
  'data-slot',
  'data-state',
  'data-titles',
  'data-word',
];
