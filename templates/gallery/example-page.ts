/**
 * One example alone, as the gallery frames it: with the sheet that a page with this markup would carry, and the rules that scripts add.
 */
import { readFileSync } from 'node:fs';
import { policyMeta } from '../head/content-security-policy.ts';
import type { SafeHtml } from '../html.ts';
import { html, trusted } from '../html.ts';
import type { Language } from '../model/page.ts';
import { withConstants } from '../styles/constants.ts';
import { type StyleSheets, signed } from '../styles/stylesheet.ts';
import { type ColourScheme, inScheme } from './colour-scheme.ts';

export interface ExamplePage {
  readonly title: string;
  readonly markup: SafeHtml;
  readonly language: Language;
  readonly dir: 'ltr' | 'rtl';
  readonly sheets: StyleSheets;
  readonly scheme?: ColourScheme | undefined;
}

const added = ['../client/lesson.css', '../components/lesson-path/lesson-path.finished.css']
  .map((file) => withConstants(readFileSync(new URL(file, import.meta.url), 'utf8')))
  .join('');

/** Room around the example, without which a frame would cut the ring of the focus. */
const frameRules = 'body{padding-block:1rem;display:flow-root}';

/** What stands on every page that has such a script: colours are declared where something wears them. */
const aroundScripts = '<i class="mark"></i><form class="quiz"><label><b class="yes"></b></label></form>';

/** Returns the whole page. Its links lead out of the frame. */
export function renderExample({ title, markup, language, dir, sheets, scheme }: ExamplePage): string {
  const isPartOfPage = /^<(?:header|footer)/.test(markup.toString());
  const root = html`<html lang="${language.htmlLang}" dir="${dir}">`.toString();
  const body = isPartOfPage ? markup : html`<main class="wrap">${markup}</main>`;
  const { css } = inScheme(sheets, scheme)(root, `<body>${body}`, aroundScripts);
  const sheet = signed(css + added + frameRules);
  return html`<!doctype html>
${trusted(root)}<head><meta charset="utf-8">${policyMeta({ markup: [body.toString()], sheetSha256: sheet.sha256 })}
<base target="_top">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${trusted(sheet.css)}</style></head>
<body>${body}</body>
</html>
`.toString();
}
