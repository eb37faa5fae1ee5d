/**
 * The page of the editor: nothing in it but its data and its program, and a policy under which nothing can be asked of anybody but its
 * own server and the Git service that it saves to.
 */
import { html, trusted } from '../../templates/html.ts';
import { editorStyles } from './editor-styles.ts';
import type { EditorPageData } from './page-data.ts';

/** @param script of the program, relative to the page */
export function editorPage(data: EditorPageData, script: string): string {
  const policy = editorPolicy(serviceOrigins(data));
  // In a script, `<` could end it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Editor – Learning Passport</title>
<link rel="icon" href="data:,">
<style>${trusted(editorStyles)}</style>
</head>
<body>
<noscript>The editor needs JavaScript. The texts can be edited as files too: see content/README.md.</noscript>
<script type="application/json" id="editor">${trusted(json)}</script>
<script type="module" src="${script}"></script>
</body>
</html>
`.toString();
}

/** What the program may reach beside its own server. */
function serviceOrigins({ config, token }: EditorPageData): readonly string[] {
  if (token !== undefined) return [];
  const { api_root: api, base_url: base, name } = config.backend;
  const known = servicesByName[name] ?? [];
  const named = [api, base].flatMap((address) => (address === undefined ? [] : [new URL(address).origin]));
  return named.length > 0 ? [...new Set(named)] : known;
}

const servicesByName: Readonly<Record<string, readonly string[]>> = {
  gitlab: ['https://gitlab.com'],
  github: ['https://api.github.com', 'https://github.com'],
  gitea: ['https://gitea.com'],
};

/**
 * CSP Level 3. Svelte styles its elements inline, and the preview is a document of its own with an address of the browser; programs
 * come from the editor's own folder alone, and none is made out of a text.
 */
const editorPolicy = (services: readonly string[]): string =>
  [
    `default-src 'none'`,
    `base-uri 'self'`,
    `form-action 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `font-src 'self'`,
    // Portraits of those who have changed a text.
    `img-src ${["'self'", 'data:', 'blob:', ...services].join(' ')}`,
    `media-src 'self' blob:`,
    `frame-src blob:`,
    `connect-src ${["'self'", 'blob:', 'data:', ...services].join(' ')}`,
  ].join('; ');
