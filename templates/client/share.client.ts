/**
 * Hands a page on: by the share sheet of the phone, else by copying its link, else by showing it. The link is the address of the
 * page and nothing more: no query, nothing that tells who shared it.
 */
import { startKeeping } from './offline/start.client.ts';

const box = document.querySelector<HTMLElement>('#share');
const [shareButton, printButton] = box?.querySelectorAll('button') ?? [];
const said = box?.querySelector('p');
if (box && said && shareButton && printButton) {
  shareButton.addEventListener('click', () => void share(said, box.dataset.copied ?? ''));
  printButton.addEventListener('click', () => print());
  box.hidden = false;
}

startKeeping();

async function share(said: HTMLElement, copied: string): Promise<void> {
  const url = location.origin + location.pathname;
  const title = document.querySelector('h1')?.textContent ?? '';
  said.textContent = '';
  if ('share' in navigator) {
    try {
      return await navigator.share({ title, url });
    } catch (fault) {
      // The reader thought better of it.
      if (fault instanceof DOMException && fault.name === 'AbortError') return;
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    said.textContent = copied;
  } catch {
    said.textContent = url;
  }
}
