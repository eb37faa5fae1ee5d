/**
 * Says below a page that it is a copy, whose, and how old: on a server that is not the one where the page is at home, and that has the
 * health of a mirror. At home nobody is asked.
 */
import { dayOf, writeDay } from './device/days.ts';
import { homeElsewhere } from './mirror/elsewhere.client.ts';
import { readHealth } from './mirror/health.ts';
import { element } from './page/page.client.ts';
import { mirrorWords, splitWords } from './words.ts';

const home = homeElsewhere();
if (home) void sayWhoseCopy(home);

async function sayWhoseCopy({ href, host }: URL): Promise<void> {
  const health = await fetch(new URL('../_mirror/health.json', import.meta.url))
    .then(async (response) => (response.ok ? readHealth(await response.text(), Date.now()) : undefined))
    // The line broke: a page without this line is whole.
    .catch(() => undefined);
  if (!health) return;
  const { copy, dates = '' } = document.querySelector<HTMLElement>('[data-copy]')?.dataset ?? {};
  const words = splitWords(mirrorWords, copy ?? '');
  const date = writeDay(dayOf(health.updated), dates.split('|'));
  const line = element('p', { class: 'meta' });
  const say = (sentence: string, part: Node): void => {
    const [before = '', after = ''] = sentence.replace('{date}', date).split('{}');
    line.append(line.hasChildNodes() ? ' · ' : '', before, part, after);
  };
  say(words.copy, element('a', { href }, host));
  if (health.name) say(words.keptBy, element('bdi', {}, health.name));
  if (health.isOld) say(words.old, element('a', { href }, host));
  document.querySelector('footer .wrap')?.append(line);
}
