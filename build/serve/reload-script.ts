/**
 * The script that the preview adds to pages on their way out; everything before it is as it will be published.
 */
import { hash } from 'node:crypto';

export const eventsPath = '/_preview/events';
export const faultsPath = '/_preview/faults';

/** Of a page as it is without the script. */
export const digestOf = (page: string): string => hash('sha256', page, 'hex').slice(0, 16);

/**
 * Returns a page with the script at its end, which the policy of the page then allows.
 *
 * @param showsFaults the page is the report itself, over which nothing need be laid
 */
export function withReloadScript(page: string, showsFaults: boolean): string {
  const script = reloadScript(digestOf(page), showsFaults);
  return `${page.replace(policy, (_, start: string, directives: string) => start + allowing(script, directives))}<script>${script}</script>`;
}

/** The policy comes first in the head; what authors write comes after it, and its quotes are escaped. */
const policy = /(<meta http-equiv="content-security-policy" content=")([^"]*)/;

function allowing(script: string, policy: string): string {
  const directives = new Map(
    policy.split(';').map((directive) => directive.split(/ (.*)/) as [string, string]),
  );
  const allow = (name: string, source: string): void =>
    void directives.set(name, [directives.get(name) ?? [], source].flat().join(' '));
  allow('script-src', `'sha256-${hash('sha256', script, 'base64')}'`);
  allow('connect-src', "'self'");
  return [...directives].map(([name, sources]) => `${name} ${sources}`).join(';');
}

/** The author goes on where she was: the page is scrolled as before, and what she had opened is open. */
const reloadScript = (seen: string, showsFaults: boolean): string => `{
const address = location.pathname + location.search;
const details = () => [...document.querySelectorAll('details')];
const kept = JSON.parse(sessionStorage.getItem('preview') ?? '{}');
sessionStorage.removeItem('preview');
if (kept.address === address) {
  details().forEach((one, at) => { one.open = kept.open[at] ?? one.open; });
  scrollTo({ left: kept.left, top: kept.top, behavior: 'instant' });
}
const events = new EventSource('${eventsPath}?' + new URLSearchParams({ seen: '${seen}', page: address }));
events.addEventListener('reload', () => {
  const open = details().map((one) => one.open);
  sessionStorage.setItem('preview', JSON.stringify({ address, open, left: scrollX, top: scrollY }));
  location.reload();
});
${showsFaults ? '' : faultsLayer}}`;

const faultsLayer = `let layer;
const element = (name, style, text) => {
  const made = document.createElement(name);
  made.style.cssText = style;
  made.textContent = text;
  return made;
};
events.addEventListener('mended', () => layer?.remove());
events.addEventListener('faults', ({ data }) => {
  layer?.remove();
  layer = element('section', 'position:fixed;inset:auto 0 0;max-block-size:70vh;overflow:auto;padding:1rem;background:#2c2522;color:#fff;z-index:9;box-shadow:0 0 2rem #0008', '');
  layer.setAttribute('role', 'alert');
  layer.lang = 'en';
  layer.id = 'preview-faults';
  const close = element('button', 'position:sticky;inset-block-start:0;float:right;min-block-size:44px;min-inline-size:44px;padding:.5rem 1rem;background:#fff;color:#2c2522;border:0;border-radius:.5rem', 'Hide');
  close.onclick = () => layer.remove();
  const link = element('a', 'color:#fff', 'All faults on a page of their own');
  link.href = '${faultsPath}';
  layer.append(
    close,
    element('strong', '', 'The last change has faults; this is the page as it was before'),
    element('pre', 'margin:1rem 0;white-space:pre-wrap;overflow-wrap:anywhere;background:none;color:inherit;font:14px/1.5 ui-monospace,monospace', JSON.parse(data)),
    link,
  );
  document.body.append(layer);
});
`;
