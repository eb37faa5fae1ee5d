/**
 * Makes a certificate of a course that is finished on this device: `?course=play`. Of any other course it says what is left.
 *
 * The name is typed here and stays here; it is in no address, and kept only if its owner wants it.
 */
import { completionCode, courseNumber } from './certificate/code.ts';
import { type CourseTerms, type Standing, standingOf } from './certificate/standing.ts';
import { dayOf, writeDay } from './device/days.ts';
import { loadRecord } from './device/device.ts';
import { keepName, loadName } from './device/name.ts';
import { withNames } from './device/short-id.ts';
import { element, filled, say, showWordsOf, siteOfPage } from './learning/page.client.ts';

const site = siteOfPage();
const status = element('#certificate-status');
const choice = element('#courses');
const items = [...choice.querySelectorAll<HTMLElement>('[data-course]')];
const wanted = new URL(location.href).searchParams.get('course');
const wantedItem = items.find(({ dataset }) => dataset.course === wanted);
const standing = wantedItem && standingOn(wantedItem);
if (wantedItem && standing?.left.length === 0) makeCertificate(wantedItem, standing);
else {
  offerChoice();
  if (wantedItem && standing) showLeft(wantedItem, standing);
}

function standingOn(item: HTMLElement): Standing {
  const terms = termsOf(item);
  return standingOf(
    terms,
    withNames(
      loadRecord(site),
      terms.lessons.map(({ id }) => id),
    ),
  );
}

function termsOf(item: HTMLElement): CourseTerms {
  const lessons = lessonsOf(item).map(({ dataset: { lesson = '', quizzes = '' } }) => ({
    id: lesson,
    quizzes: quizzes === '' ? [] : quizzes.split(' '),
  }));
  return { lessons, passMark: Number(item.dataset.passMark) };
}

function lessonsOf(item: HTMLElement): HTMLElement[] {
  return [...item.querySelectorAll<HTMLElement>('[data-lesson]')];
}

function offerChoice(): void {
  const finished = items.filter((item) => {
    item.hidden = standingOn(item).left.length > 0;
    return !item.hidden;
  });
  choice.hidden = finished.length === 0;
  if (!wantedItem && finished.length === 0) say(status, choice.dataset.none ?? '');
}

function showLeft(item: HTMLElement, { left, right, total, needed }: Standing): void {
  const section = element('#left');
  const { unfinished = '', marks } = section.dataset;
  const reasons = [
    ...(left.some(({ isDone }) => !isDone) ? [unfinished] : []),
    ...(right < needed ? [filled(marks, { right, total, needed })] : []),
  ];
  say(status, reasons.join(' '));
  showWordsOf(element('a', item), element('.k', section));
  for (const lesson of lessonsOf(item)) {
    const found = left.find(({ id }) => id === lesson.dataset.lesson);
    if (found === undefined) continue;
    const number = { number: found.right, total: found.total };
    // Who has not read the lesson begins at its top.
    if (found.isDone) element<HTMLAnchorElement>('a', lesson).hash = found.open ?? '';
    element('p', lesson).textContent = found.isDone
      ? filled(section.dataset.right, number)
      : (section.dataset.undone ?? '');
    element('ul', section).append(lesson);
  }
  section.hidden = false;
}

function makeCertificate(item: HTMLElement, { doneAt }: Standing): void {
  const { dataset } = item;
  const sheet = element('.sheet');
  const input = element<HTMLInputElement>('#name');
  const keep = element<HTMLInputElement>('#keep');
  const minutes = Number(dataset.minutes);
  const day = dayOf(Math.max(...doneAt));
  const title = element('[data-slot="course"]', sheet);
  showWordsOf(element('a', item), title);
  element('[data-slot="lessons"]', sheet).textContent = String(doneAt.length);
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
