import type { Examples } from '../examples.ts';
import { withLogo } from '../sample.ts';
import { footer } from './footer.ts';

export const examples: Examples = ({ page }) => {
  const { ministry: _, ...withoutMinistry } = page.chrome;
  return {
    full: footer({ ...page, canonical: `${page.chrome.siteUrl}en/courses/play/` }),
    'below a text: report a mistake': footer({ ...page, text: {} }),
    'with a sign': footer(withLogo(page)),
    bare: footer({ ...page, chrome: { ...withoutMinistry, footer: [], partners: [], contact: {} } }),
  };
};
