/**
 * What the preview adds to a page: it loads anew when it looks otherwise, shows faults over itself, and tells its author about itself.
 * English, for authors; never part of a published site.
 *
 * In: `data-seen` of its own element, the digest of the page; `data-bare` on pages that are no part of a site, or are the report.
 */
import styles from './author.css';

const panelKey = 'preview panel';
const placeKey = 'preview place';
const { seen = '', bare } = (document.currentScript as HTMLScriptElement).dataset;
const address = location.pathname + location.search;
const query = new URLSearchParams({ seen, page: address });
const layer = bare === undefined ? openLayer() : undefined;

restorePlace();
const events = new EventSource(`/_preview/events?${query}`);
events.addEventListener('reload', () => {
  keepPlace();
  location.reload();
});
if (layer !== undefined) {
  events.addEventListener('faults', ({ data }: MessageEvent<string>) => showFaults(JSON.parse(data), layer));
  events.addEventListener('mended', () => layer.querySelector('.faults')?.remove());
  void showPanel(layer);
}

/** In a tree of its own, which the styles of the page do not reach. */
function openLayer(): ShadowRoot {
  const host = document.createElement('div');
  host.id = 'preview';
  host.lang = 'en';
  host.dir = 'ltr';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);
  return root;
}

function showFaults(report: string, root: ShadowRoot): void {
  root.querySelector('.faults')?.remove();
  const section = element('section', 'faults');
  section.setAttribute('role', 'alert');
  const hide = element('button', '', 'Hide');
  hide.addEventListener('click', () => section.remove());
  const all = element('a', '', 'All faults on a page of their own');
  all.href = '/_preview/faults';
  section.append(
    hide,
    element('strong', '', 'The last change has faults; this is the page as it was before'),
    element('pre', '', report),
    all,
  );
  root.append(section);
}

/** What stays open over a reload is remembered with the place. */
async function showPanel(root: ShadowRoot): Promise<void> {
  const answer = await fetch(`/_preview/panel?${query}`).catch(() => undefined);
  if (answer?.status !== 200) return;
  const holder = document.createElement('div');
  holder.className = 'corner';
  // Escaped where it is made; of what authors write it holds titles and paths.
  holder.innerHTML = await answer.text();
  const panel = holder.querySelector('details');
  if (panel === null) return;
  panel.open = sessionStorage.getItem(panelKey) === 'open';
  panel.addEventListener('toggle', () => sessionStorage.setItem(panelKey, panel.open ? 'open' : ''));
  root.append(holder);
}

function keepPlace(): void {
  const open = detailsOfPage().map((one) => one.open);
  sessionStorage.setItem(placeKey, JSON.stringify({ address, open, left: scrollX, top: scrollY }));
}

/** The author goes on where she was: scrolled as before, and what she had opened is open. */
function restorePlace(): void {
  const kept = JSON.parse(sessionStorage.getItem(placeKey) ?? '{}') as {
    readonly address?: string;
    readonly open?: readonly boolean[];
    readonly left?: number;
    readonly top?: number;
  };
  sessionStorage.removeItem(placeKey);
  if (kept.address !== address) return;
  for (const [at, one] of detailsOfPage().entries()) one.open = kept.open?.[at] ?? one.open;
  scrollTo({ left: kept.left ?? 0, top: kept.top ?? 0, behavior: 'instant' });
}

function detailsOfPage(): HTMLDetailsElement[] {
  return [...document.querySelectorAll('details')];
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
