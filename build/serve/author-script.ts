/**
 * The script that the preview adds to pages on their way out; everything before it is as it will be published.
 */
import { hash } from 'node:crypto';
import { bundleAuthorScript } from '../client/bundle.ts';

export const eventsPath = '/_preview/events';
export const faultsPath = '/_preview/faults';
export const panelPath = '/_preview/panel';
export const translationsPath = '/_preview/status';

/** Of a page as it is without the script. */
export const digestOf = (page: string): string => hash('sha256', page, 'hex').slice(0, 16);

/**
 * Returns what adds the script to the end of a page, which the policy of the page then allows.
 *
 * `isBare`: nothing but loading anew, on pages that are no part of a site, or are the report of faults themselves.
 */
export async function createAuthorScript(): Promise<(page: string, isBare: boolean) => string> {
  const script = await bundleAuthorScript();
  const source = `'sha256-${hash('sha256', script, 'base64')}'`;
  return (page, isBare) => {
    const allowed = page.replace(
      policy,
      (_, start: string, directives: string) => start + allowing(source, directives),
    );
    return `${allowed}<script data-seen="${digestOf(page)}"${isBare ? ' data-bare' : ''}>${script}</script>`;
  };
}

/** The policy comes first in the head; what authors write comes after it, and its quotes are escaped. */
const policy = /(<meta http-equiv="content-security-policy" content=")([^"]*)/;

function allowing(source: string, policy: string): string {
  const directives = new Map(
    policy.split(';').map((directive) => directive.split(/ (.*)/) as [string, string]),
  );
  const allow = (name: string, source: string): void =>
    void directives.set(name, [directives.get(name) ?? [], source].flat().join(' '));
  allow('script-src', source);
  allow('connect-src', "'self'");
  return [...directives].map(([name, sources]) => `${name} ${sources}`).join(';');
}
