/**
 * The frame of every page: head, skip link, header, main, footer.
 */
import { footer } from '../components/footer/footer.ts';
import { header } from '../components/header/header.ts';
import type { SafeHtml } from '../html.ts';
import { html, trusted } from '../html.ts';
import type { Page } from '../model/page.ts';

/** What a page puts into its `<head>` and around its content beyond the common. */
export interface DocumentOptions {
  /** Markup at the end of `<head>`. */
  readonly head?: SafeHtml;
  /** `false` on pages that stand outside of any one language: no header and no footer. */
  readonly chrome?: boolean;
}

/** Returns a whole document around the content of `<main>`, which holds the one `<h1>`. */
export function document(
  page: Page,
  content: SafeHtml,
  { head, chrome = true }: DocumentOptions = {},
): string {
  const { language, t, css } = page.chrome;
  return html`<!doctype html>
<html lang="${language.htmlLang}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${documentTitle(page)}</title>
<meta name="description" content="${page.summary}">
${
  page.canonical &&
  html`<link rel="canonical" href="${page.canonical}">
`
}<link rel="icon" href="data:,">
<style>${trusted(css(page.kind, 'hasQuizzes' in page && page.hasQuizzes))}</style>${head}
</head>
<body>
${
  chrome &&
  html`<a class="skip btn" href="#main">${t('Skip to the content')}</a>
`
}<div class="hem"></div>
${chrome && header(page)}
<main id="main" class="wrap" data-page="${page.kind}" data-id="${'id' in page ? page.id : page.kind}">
${content}
</main>
${chrome && footer(page)}
</body>
</html>
`.toString();
}

function documentTitle({ kind, title, chrome: { siteName, countryName } }: Page): string {
  if (kind === 'home') return `${siteName} · ${countryName}`;
  if (kind === 'chooser') return title;
  return `${title} — ${siteName}`;
}
