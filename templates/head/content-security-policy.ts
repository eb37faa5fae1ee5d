/**
 * What a page may load and run, as it tells the browser (CSP Level 3): what it holds, and nothing inline but its sheet.
 *
 * It stands in the page, since only the page knows the digest of its sheet, and a mirror may send any headers or none. What a
 * `<meta>` cannot say, such as who may frame the page, is in the headers of the server.
 */
import type { SafeHtml } from '../html.ts';
import { html, trusted } from '../html.ts';

export interface PolicyNeeds {
  /** The pieces of the page without its sheet, and what its scripts add later. */
  readonly markup: readonly string[];
  /** Digest of the sheet in base64. */
  readonly sheetSha256: string;
  /** Whether a script of the page compiles WebAssembly. */
  readonly wasm?: boolean | undefined;
}

/** Returns the `<meta>` of a policy, which holds for what comes after it. */
export const policyMeta = (needs: PolicyNeeds): SafeHtml =>
  html`<meta http-equiv="content-security-policy" content="${trusted(contentSecurityPolicy(needs))}">`;

/**
 * Returns the policy of a page: a directive for each thing that it holds. Everything else is refused, frames, plugins and
 * `<base>` among it. JSON-LD is data and no script; a form that is answered on the page is never sent.
 */
export function contentSecurityPolicy({ markup, sheetSha256, wasm }: PolicyNeeds): string {
  const held = heldIn(markup);
  return [
    `default-src 'none'`,
    `base-uri 'none'`,
    `form-action '${held.has('form') ? 'self' : 'none'}'`,
    held.has('link rel="manifest"') && `manifest-src 'self'`,
    held.has('script') && `script-src 'self'${wasm ? ` 'wasm-unsafe-eval'` : ''}`,
    // Search and the library load their lists; and Lighthouse reads robots.txt from within whatever page it judges.
    `connect-src 'self'`,
    (held.has('audio') || held.has('video')) && `media-src 'self'`,
    // The motif of the country is a mask in the sheet.
    `img-src 'self' data:`,
    `style-src 'sha256-${sheetSha256}'`,
  ]
    .filter((directive) => directive !== false)
    .join(';');
}

/** What asks for a directive; every page is looked through once, letter by letter. */
function heldIn(markup: readonly string[]): ReadonlySet<string | undefined> {
  const held = new Set<string | undefined>();
  for (const piece of markup) for (const [, element] of piece.matchAll(asking)) held.add(element);
  return held;
}

const asking =
  /<(script(?! type="application\/ld)|form(?! method="dialog")|link rel="manifest"|(?:audio|video)\b)/g;
