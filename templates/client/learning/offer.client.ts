/**
 * What a link from another device would add; nothing is added before a tap on “Add”.
 */
import { readCompact } from '../device/compact.ts';
import type { LearningRecord } from '../device/record.ts';
import { withNames } from '../device/short-id.ts';
import { lessonIdsOf } from './courses.client.ts';
import { element, filled, say, showWordsOf } from './page.client.ts';

const fragment = /^#p=(.*)$/s;

/**
 * @param current what the device knows now
 * @param add keeps what the link says
 */
export function startOffer(
  page: HTMLElement,
  status: HTMLElement,
  current: () => LearningRecord,
  add: (record: LearningRecord) => void,
): void {
  const section = element('#offer', page);
  let offered: LearningRecord | undefined;
  element('#offer-add', section).addEventListener('click', () => {
    const record = offered;
    close();
    if (record) add(record);
  });
  element('#offer-leave', section).addEventListener('click', () => close());
  addEventListener('hashchange', () => open());
  open();

  function open(): void {
    const [, text] = fragment.exec(location.hash) ?? [];
    if (text === undefined) return;
    const read = readCompact(text);
    if (read === undefined) {
      forgetLink();
      say(status, section.dataset.damaged ?? '');
      return;
    }
    const mine = current();
    offered = withNames(read, [...lessonIdsOf(page), ...Object.keys(mine.lessons)]);
    const isNew = showNew(offered, mine);
    element('#offer-add', section).hidden = !isNew;
    section.hidden = false;
    element('#offered', section).focus();
  }

  function showNew(record: LearningRecord, mine: LearningRecord): boolean {
    const lessons = Object.keys(record.lessons).filter((id) => mine.lessons[id] === undefined);
    const answers = Object.keys(record.quizzes).filter((id) => mine.quizzes[id]?.right !== true);
    const isNew = lessons.length + answers.length > 0;
    element('#offer-count', section).textContent = isNew
      ? filled(section.dataset.new, { lessons: lessons.length, answers: answers.length })
      : (section.dataset.nothing ?? '');
    element('#offer-lessons', section).replaceChildren(...lessons.flatMap((id) => titleItem(id)));
    return isNew;
  }

  function titleItem(id: string): HTMLLIElement[] {
    const link = page.querySelector<HTMLAnchorElement>(`[data-lesson="${CSS.escape(id)}"] a`);
    if (link === null) return [];
    const item = document.createElement('li');
    showWordsOf(link, item);
    return [item];
  }

  function close(): void {
    offered = undefined;
    section.hidden = true;
    forgetLink();
    element('h1').tabIndex = -1;
    element('h1').focus();
  }
}

/** So that a reload does not offer it again, and a shared address does not carry it on. */
const forgetLink = (): void => history.replaceState(null, '', location.pathname + location.search);
