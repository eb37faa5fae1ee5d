/**
 * Says whether the name and the code of a certificate belong together. Both stay on this page.
 */
import { courseNumber, verify } from './certificate/code.ts';
import { writeDay } from './device/days.ts';
import { element, filled, showWordsOf } from './learning/page.client.ts';

const page = element('#verify');
const courses = [...document.querySelectorAll<HTMLElement>('#courses > [data-course]')];
const verdictLine = element('#verdict');
page.hidden = false;
element('form', page).addEventListener('submit', (event) => {
  event.preventDefault();
  answer();
});

function answer(): void {
  const name = element<HTMLInputElement>('#name').value;
  const code = element<HTMLInputElement>('#code').value;
  const { verdict, completion } = verify(name, code);
  const [word = '', why = ''] = (page.dataset[verdict] ?? '').split('|');
  const strong = element('b', verdictLine);
  strong.textContent = word;
  strong.className = verdict === 'consistent' ? 'yes' : '';
  element('span', verdictLine).textContent = why;
  const facts = element('div', verdictLine);
  facts.hidden = completion === undefined;
  if (completion === undefined) return;

  const known = courses.find(({ dataset }) => courseNumber(dataset.course ?? '') === completion.course);
  const [course, date, time] = [...facts.querySelectorAll('dd')];
  if (!course || !date || !time) return;
  if (known) showWordsOf(known, course);
  else course.textContent = page.dataset.elsewhere ?? '';
  date.textContent = writeDay(completion.day, (page.dataset.dates ?? '').split('|'));
  // A course may have become longer or shorter since.
  const isAsNow = Number(known?.dataset.minutes) === completion.minutes;
  time.textContent = (isAsNow ? known?.dataset.hours : undefined) ?? hours(completion.minutes);
}

const hours = (minutes: number): string =>
  filled(page.dataset.hours, { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
