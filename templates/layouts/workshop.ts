/**
 * The frame of pages that the development server makes itself. English, for authors and developers; never published.
 */
import { hash } from 'node:crypto';
import { contentSecurityPolicy } from '../head/content-security-policy.ts';
import type { SafeHtml } from '../html.ts';
import { html, trusted } from '../html.ts';
import { type StyleSheets, styleSheets } from '../styles/stylesheet.ts';

export interface WorkshopOptions {
  /** Instead of our own colours. */
  readonly sheets?: StyleSheets;
  /** Whether the page holds other pages in frames. */
  readonly frames?: boolean;
  /** Runs at the end of the page. */
  readonly script?: string;
}

const ownColours = styleSheets({ accent: '#0e7c86' });

/** Returns a page around its content. */
export function workshopPage(title: string, content: SafeHtml, options: WorkshopOptions = {}): string {
  const { sheets = ownColours, frames = false, script } = options;
  const body = html`<body>
<div class="hem"></div>
<main id="main" class="wrap"><h1>${title}</h1>
${content}
</main>
`;
  const sheet = sheets(body.toString());
  const policy = [
    contentSecurityPolicy({ markup: [body.toString()], sheetSha256: sheet.sha256 }),
    ...(frames ? [`frame-src 'self'`] : []),
    ...(script === undefined ? [] : [`script-src 'sha256-${hash('sha256', script, 'base64')}'`]),
  ].join(';');
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title} — Learning Passport</title>
<style>${trusted(sheet.css)}</style>
</head>
${body}${
  script !== undefined &&
  html`<script>${trusted(script)}</script>
`
}</body>
</html>
`.toString();
}
