/**
 * A course for those who have begun it: which lessons are finished, and the way to the next.
 */
import rules from '../components/lesson-path/lesson-path.finished.css';
import { loadRecord } from './device/device.ts';
import { startKeeping } from './offline/start.client.ts';
import { addRules, element, scriptData, site, wordsOf } from './page/page.client.ts';
import { nextLesson } from './progress/next-lesson.ts';
import { lessonIdOf, pathLinks, showFinished } from './progress/path.client.ts';
import { courseWords } from './words.ts';

startKeeping();
const words = wordsOf(import.meta.url, courseWords);
const record = loadRecord(site);
const links = pathLinks();
const ids = links.map(lessonIdOf);
const button = document.querySelector<HTMLAnchorElement>('article .btn');

if (button && ids.some((id) => record.lessons[id] !== undefined || record.last?.lesson === id)) {
  addRules(rules);
  showFinished(record.lessons, words.finished);
  const next = links[nextLesson(ids, record)];
  if (next) {
    const [before = '', after = ''] = words.proceed.split('{lesson}');
    const title = element('span', next.lang ? { lang: next.lang } : {}, next.textContent ?? '');
    button.href = next.href;
    button.replaceChildren(element('span', {}, before, title, after));
  } else {
    const { certificate: href } = scriptData(import.meta.url);
    button.before(element('b', { class: 'yes' }, words.all), element('br', {}));
    if (href === undefined) button.remove();
    else button.replaceWith(element('a', { class: 'btn', href }, words.certificate));
  }
}
