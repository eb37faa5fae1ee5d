/** What valid HTML means here: the standard and accessibility, strictly; style only where a reader would notice. */
import type { ConfigData } from 'html-validate';

export const htmlValidateConfig: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'error', // the content security policy forbids them
    'doctype-style': ['error', { style: 'lowercase' }],
    'void-style': ['error', { style: 'omit' }],
    'attribute-boolean-style': ['error', { style: 'omit' }],
    'long-title': 'off', // titles are the authors', up to 140 characters
    'no-trailing-whitespace': 'off', // bytes, not meaning
    'require-sri': 'off', // everything comes from the same site
    'wcag/h32': 'off', // quizzes are answered on the page and never sent (H32 is about sending)
    // The boxes of one question, as those of a filter, are sent under its name (HTML standard, 4.10.5.1.15).
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // Ids are what authors call their headings, in any script.
    'valid-id': ['error', { relaxed: true }],
  },
};

/** For pieces of a page. */
export const fragmentConfig: ConfigData = {
  ...htmlValidateConfig,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { ...htmlValidateConfig.rules, 'heading-level': 'off' },
};
