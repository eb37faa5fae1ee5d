/**
 * Makes a certificate of a course whose lessons are all done on this device: `?course=play`.
 *
 * The name is typed here and stays here; it is in no address, and kept only if its owner wants it.
 */
import { completionCode, courseNumber } from './certificate/code.ts';
import { dayOf, writeDay } from './device/days.ts';
import { loadRecord } from './device/device.ts';
import { keepName, loadName } from './device/name.ts';
import { withNames } from './device/short-id.ts';
import { element, say, showWordsOf, siteOfPage } from './learning/page.client.ts';

const site = siteOfPage();
const status = element('#certificate-status');
const choice = element('#courses');
const items = [...choice.querySelectorAll<HTMLElement>('[data-course]')];
const wanted = new URL(location.href).searchParams.get('course');
const wantedItem = items.find(({ dataset }) => dataset.course === wanted);
const wantedDay = wantedItem && lastDayOf(wantedItem);
if (wantedItem && wantedDay !== undefined) makeCertificate(wantedItem, wantedDay);
else offerChoice();

/** The day of the last lesson; nothing as long as one is left. */
function lastDayOf({ dataset }: HTMLElement): number | undefined {
  const ids = (dataset.lessons ?? '').split(' ');
  const { lessons } = withNames(loadRecord(site), ids);
  const times = ids.map((id) => lessons[id]);
  const done = times.filter((at) => at !== undefined);
  return done.length === ids.length ? dayOf(Math.max(...done)) : undefined;
}

function offerChoice(): void {
  const finished = items.filter((item) => {
    item.hidden = lastDayOf(item) === undefined;
    return !item.hidden;
  });
  choice.hidden = finished.length === 0;
  const words = choice.dataset;
  if (wantedItem) say(status, words.unfinished ?? '');
  else if (finished.length === 0) say(status, words.none ?? '');
}

function makeCertificate(item: HTMLElement, day: number): void {
  const { dataset } = item;
  const sheet = element('.sheet');
  const input = element<HTMLInputElement>('#name');
  const keep = element<HTMLInputElement>('#keep');
  const minutes = Number(dataset.minutes);
  const title = element('[data-slot="course"]', sheet);
  showWordsOf(element('a', item), title);
  element('[data-slot="lessons"]', sheet).textContent = String((dataset.lessons ?? '').split(' ').length);
  element('[data-slot="hours"]', sheet).textContent = dataset.hours ?? '';
  element('[data-slot="date"]', sheet).textContent = writeDay(day, (sheet.dataset.dates ?? '').split('|'));
  input.value = loadName(site);
  keep.checked = input.value !== '';
  element('#naming').hidden = false;
  sheet.hidden = false;

  const show = (): void => {
    const name = input.value.replace(/\s+/g, ' ').trim();
    const completion = { course: courseNumber(dataset.course ?? ''), day, minutes };
    element('[data-slot="name"]', sheet).textContent = name;
    sheet.classList.toggle('long', name.length > 40 || (title.textContent ?? '').length > 70);
    element('[data-slot="code"]', sheet).textContent = name === '' ? '—' : completionCode(name, completion);
    keepName(site, keep.checked ? name : '');
  };
  input.addEventListener('input', show);
  keep.addEventListener('change', show);
  element('#print').addEventListener('click', () => {
    // A certificate without a name is of no use to anybody.
    if (input.value.trim() === '') input.focus();
    else print();
  });
  show();
}
