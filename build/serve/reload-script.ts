/**
 * The script that the preview adds to pages on their way out; the files of the preview are those of the site.
 */
import { hash } from 'node:crypto';

export const eventsPath = '/_preview/events';
export const faultsPath = '/_preview/faults';

/**
 * Returns a page with the script at its end, which the policy of the page then allows.
 *
 * @param version of the page, as the live events count
 * @param isReport the page shows the faults themselves: it follows them, where others get a link to it
 */
export function withReloadScript(page: string, version: number, isReport: boolean): string {
  const script = reloadScript(version, isReport);
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

const reloadScript = (version: number, isReport: boolean): string => `{
const events = new EventSource('${eventsPath}?seen=${version}');
events.addEventListener('reload', () => location.reload());
events.addEventListener('faults', ({ data }) => {
  ${isReport ? `if (data !== '${version}') location.reload();` : showLink}
});
}`;

const showLink = `if (document.querySelector('a[href="${faultsPath}"]')) return;
  const link = document.createElement('a');
  link.href = '${faultsPath}';
  link.textContent = 'The last change has faults: this is the page as it was before. Show them';
  link.style.cssText = 'position:fixed;inset:auto 0 0;padding:.75rem 1rem;background:#2c2522;color:#fff;z-index:9';
  document.body.append(link);`;
