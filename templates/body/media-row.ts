/**
 * A link to a sound, a film or a file: format, size and time on a slow line before the tap, since readers pay for every megabyte. Nothing
 * preloads.
 */

import { separated } from '../components/separated.ts';
import type { SafeHtml } from '../html.ts';
import { html, trusted } from '../html.ts';
import type { LocaleFormats, Translate } from '../locale/locale.ts';
import { fileSize, loadingTime } from '../locale/measures.ts';
import type { MediaPart } from '../model/body.ts';

/** Returns the row with its description below; without its file only the title and the description. */
export function mediaRow(
  part: MediaPart,
  file: { readonly href: string; readonly bytes: number } | undefined,
  description: SafeHtml,
  { t, format }: { readonly t: Translate; readonly format: LocaleFormats },
): SafeHtml {
  const text = description.toString() !== '' && html`<div class="media-text">${description}</div>`;
  const title = part.title || part.src;
  if (file === undefined) return html`<p><b>${title}</b></p>${text}`;
  const details = separated([
    part.src.slice(part.src.lastIndexOf('.') + 1).toUpperCase(),
    fileSize(t, format, file.bytes),
    loadingTime(t, format, file.bytes),
  ]);
  return html`<p class="media"><a href="${file.href}"${part.media === 'download' && html` download`}>${icons[part.media]}<b>${title}</b> <span class="meta">${details}</span></a></p>${text}`;
}

const icon = (path: string): SafeHtml =>
  trusted(`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`);

const icons: Readonly<Record<MediaPart['media'], SafeHtml>> = {
  audio: icon('M4 10v4h3l5 4V6L7 10ZM16 9q2 3 0 6M19 7q4 5 0 10'),
  video: icon('M4 5h16v12H4ZM10 8.5v5l4.5-2.5ZM8 20h8'),
  download: icon('M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14'),
};
