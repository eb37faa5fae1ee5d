/**
 * “Continue where you stopped”: the next lesson of the course that was used last, once there is one. And on a mirror, that it is one.
 *
 * The page says which lessons a course has, in its order: `play why-play observing-play|…`.
 */
import { loadRecord } from './device/device.ts';
import rules from './home.css';
import { homeElsewhere } from './mirror/elsewhere.client.ts';
import { startKeeping } from './offline/start.client.ts';
import { addRules, element, scriptData, site, wordsOf } from './page/page.client.ts';
import { nextLesson } from './progress/next-lesson.ts';
import { homeWords } from './words.ts';

const record = loadRecord(site);
const course = record.last?.lesson.split('/')[0];
const data = scriptData(import.meta.url);
const lessons = (data.courses ?? '')
  .split('|')
  .map((line) => line.split(' '))
  .find(([id]) => id === course)
  ?.slice(1);
const card = document.querySelector<HTMLAnchorElement>(`.card a[href$="courses/${course}/"]`);
const next = nextLesson(lessons?.map((lesson) => `${course}/${lesson}`) ?? [], record);

if (card && lessons?.[next]) {
  const words = wordsOf(import.meta.url, homeWords);
  const link = element('a', { class: 'way', href: `${card.href}${lessons[next]}/` }, card.textContent ?? '');
  if (card.parentElement?.lang) link.lang = card.parentElement.lang;
  const lesson = words.lesson
    .replace('{number}', String(next + 1))
    .replace('{total}', String(lessons.length));
  addRules(rules);
  document
    .querySelector('.hero')
    ?.after(
      element(
        'section',
        { class: 'continue', 'aria-labelledby': 'continue' },
        element('h2', { class: 'k', id: 'continue' }, words.proceed),
        link,
        element('p', { class: 'meta' }, lesson),
      ),
    );
}

startKeeping();
// The program for mirrors is nothing to load at home.
if (data.mirror && homeElsewhere()) void import(new URL(data.mirror, location.href).href);
