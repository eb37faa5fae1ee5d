/**
 * The script that the preview adds to pages on their way out; the files of the preview are those of the site.
 */

export const eventsPath = '/_preview/events';
export const faultsPath = '/_preview/faults';

/**
 * @param version of the page, as the live events count
 * @param isReport the page shows the faults themselves: it follows them, where others get a link to it
 */
export const reloadScript = (version: number, isReport: boolean): string => `<script>{
const events = new EventSource('${eventsPath}?seen=${version}');
events.addEventListener('reload', () => location.reload());
events.addEventListener('faults', ({ data }) => {
  ${isReport ? `if (data !== '${version}') location.reload();` : showLink}
});
}</script>`;

const showLink = `if (document.querySelector('a[href="${faultsPath}"]')) return;
  const link = document.createElement('a');
  link.href = '${faultsPath}';
  link.textContent = 'The last change has faults: this is the page as it was before. Show them';
  link.style.cssText = 'position:fixed;inset:auto 0 0;padding:.75rem 1rem;background:#2c2522;color:#fff;z-index:9';
  document.body.append(link);`;
