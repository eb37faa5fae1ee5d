/**
 * Takes progress to another device: as a file, as a code for its camera, as a link; and takes a file in.
 */
import { compactRecord } from '../device/compact.ts';
import { dayOf, isoDay } from '../device/days.ts';
import { type LearningRecord, readRecord } from '../device/record.ts';
import { element, say } from './page.client.ts';

interface Qr {
  readonly longestBytes: number;
  qrModules(text: string): readonly (readonly boolean[])[];
  qrPath(modules: readonly (readonly boolean[])[]): string;
  readonly quietModules: number;
}

/**
 * @param current what the device knows now
 * @param add keeps what a file says, and tells whether it could
 */
export function startTakingAlong(
  section: HTMLElement,
  status: HTMLElement,
  current: () => LearningRecord,
  add: (record: LearningRecord) => void,
): void {
  const words = section.dataset;
  section.hidden = false;
  element('#save', section).addEventListener('click', () => saveFile(current(), words.file ?? ''));
  const showCode = element('#show-code', section);
  const code = element('#code', section);
  showCode.addEventListener('click', () => {
    if (code.hidden) void openCode();
    else closeCode();
  });
  const input = element<HTMLInputElement>('#file', section);
  input.addEventListener('change', () => void readFile(input));

  async function openCode(): Promise<void> {
    const qr = await loadQr(words.qr ?? '');
    if (qr === undefined) return say(status, words.failed ?? '');
    const link = linkTo(current(), qr.longestBytes);
    if (link === undefined) return say(status, words.large ?? '');
    drawCode(element<SVGSVGElement>('svg', code), qr, link);
    element<HTMLAnchorElement>('a', code).href = link;
    code.hidden = false;
    showCode.setAttribute('aria-expanded', 'true');
    code.scrollIntoView({ block: 'nearest' });
  }

  /** What is shown then would be old. */
  function closeCode(): void {
    code.hidden = true;
    showCode.setAttribute('aria-expanded', 'false');
  }

  async function readFile({ files }: HTMLInputElement): Promise<void> {
    const [file] = files ?? [];
    if (file === undefined) return;
    // A record of a lifetime is smaller.
    const record = file.size > 5_000_000 ? undefined : readRecord(await file.text().catch(() => null));
    input.value = '';
    closeCode();
    if (record === undefined) return say(status, words.foreign ?? '');
    add(record);
  }
}

function saveFile(record: LearningRecord, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(record)], { type: 'application/json' }));
  link.download = `${name}-${isoDay(dayOf(Date.now() / 1000))}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The fragment of an address never reaches a server (RFC 3986, 3.5). */
function linkTo(record: LearningRecord, longestBytes: number): string | undefined {
  const page = `${location.href.replace(/[?#].*$/s, '')}#p=`;
  const compact = compactRecord(record, longestBytes - page.length);
  return compact === undefined ? undefined : page + compact;
}

/** Loaded only when somebody asks for a code. */
const loadQr = (path: string): Promise<Qr | undefined> =>
  (import(new URL(path, location.href).href) as Promise<Qr>).catch(() => undefined);

function drawCode(svg: SVGSVGElement, { qrModules, qrPath, quietModules }: Qr, text: string): void {
  const modules = qrModules(text);
  const side = modules.length + 2 * quietModules;
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', qrPath(modules));
  svg.setAttribute('viewBox', `0 0 ${side} ${side}`);
  svg.replaceChildren(path);
}
