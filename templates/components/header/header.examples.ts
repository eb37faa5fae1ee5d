import type { Examples } from '../examples.ts';
import { longTitles } from '../sample.ts';
import { header } from './header.ts';

export const examples: Examples = ({ page, languages }) => ({
  'all languages of the site': header({ ...page, languages }),
  'one other language': header({ ...page, languages: languages.slice(0, 2) }),
  'long words in the menu': header({
    ...page,
    languages,
    chrome: {
      ...page.chrome,
      nav: longTitles.map(({ title, textLanguage }, at) => ({ path: `/${at}/`, label: title, textLanguage })),
    },
  }),
  'no menu, no languages': header({ ...page, chrome: { ...page.chrome, nav: [] }, languages: [] }),
});
