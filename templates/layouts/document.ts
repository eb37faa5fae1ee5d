/**
 * The frame of every page: head, skip link, header, main, footer.
 */
import { footer } from '../components/footer/footer.ts';
import { header } from '../components/header/header.ts';
import { policyMeta } from '../head/content-security-policy.ts';
import { headForMachines } from '../head/head.ts';
import { headLinks } from '../head/links.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import type { Page } from '../model/page.ts';

/** What a page puts into its `<head>` and around its content beyond the common. */
export interface DocumentOptions {
  /** Markup at the end of `<head>`. */
  readonly head?: SafeHtml;
  /** An example of what a script adds to the page later: the sheet holds only rules that something in the page meets. */
  readonly scripted?: SafeHtml;
  /** Whether a script of the page compiles WebAssembly, which its policy then allows. */
  readonly wasm?: boolean;
  /** `false` on pages that stand outside of any one language: no header and no footer. */
  readonly chrome?: boolean;
  /** A class on `<body>`, for a page that prints something other than itself. */
  readonly bodyClass?: string;
}

/** Returns a whole document around the content of `<main>`, which holds the one `<h1>`. */
export function document(page: Page, content: SafeHtml, options: DocumentOptions = {}): string {
  const { language, css } = page.chrome;
  const { scripted, wasm } = options;
  const root = html`<html lang="${language.htmlLang}" dir="${language.dir}">`.toString();
  const about = withoutBlanks(html`
<meta name="viewport" content="width=device-width">
<title>${documentTitle(page)}</title>
<meta name="description" content="${page.summary}">
${headForMachines(page)}${headLinks(page)}`).trimEnd();
  const more = options.head === undefined ? '' : withoutBlanks(options.head);
  // Each by itself: a text is joined anew from its pieces when it is read as part of a longer one, and half of a page is its sheet.
  const body = withoutBlanks(pageBody(page, content, options));
  const later = scripted?.toString() ?? '';
  const sheet = css(root, body, later);
  const policy = policyMeta({ markup: [about, more, body, later], sheetSha256: sheet.sha256, wasm });
  return `<!doctype html>
${root}<head><meta charset="utf-8">${policy}${about}<style>${sheet.css}</style>${more}</head>${body}
</html>
`;
}

/** A fiftieth of a page: lines between blocks, which are there for those who read the templates, and show nowhere. */
const withoutBlanks = (markup: SafeHtml): string => markup.toString().replace(betweenBlocks, '');

const betweenBlocks =
  /\n+(?=<\/?(?:article|aside|body|details|div|fieldset|figure|footer|form|h[1-6]|head|header|label|li|link|main|meta|nav|ol|p|section|script|style|t[a-z]+|ul)\b)/g;

function pageBody(page: Page, content: SafeHtml, { chrome = true, bodyClass }: DocumentOptions): SafeHtml {
  return html`<body${bodyClass && html` class="${bodyClass}"`}>${
    chrome &&
    html`<a class="skip" href="#main">${page.chrome.t('Skip to the content')}</a>
`
  }<div class="hem"></div>
${chrome && header(page)}
<main id="main" class="wrap" data-site="${page.chrome.countryCode}" data-page="${page.kind}" data-id="${'id' in page ? page.id : page.kind}">${content}
</main>
${chrome && footer(page)}
</body>`;
}

function documentTitle({ kind, title, chrome: { siteName, countryName } }: Page): string {
  if (kind === 'home') return `${siteName} · ${countryName}`;
  if (kind === 'chooser') return title;
  return `${title} — ${siteName}`;
}
