/**
 * My learning: shows what the device knows, takes it to another device, takes in what another one knows, forgets it.
 */
import { addToRecord, forgetRecord, loadRecord } from './device/device.ts';
import { keepName } from './device/name.ts';
import type { LearningRecord } from './device/record.ts';
import { withNames } from './device/short-id.ts';
import { canKeep } from './device/storage.ts';
import { lessonIdsOf, showCourses } from './learning/courses.client.ts';
import { startForgetting } from './learning/forget.client.ts';
import { startOffer } from './learning/offer.client.ts';
import { element, say, siteOfPage } from './learning/page.client.ts';
import { startTakingAlong } from './learning/take-along.client.ts';
import { forgetPages } from './offline/forget-pages.client.ts';

const page = element('#learning');
const status = element('#learning-status');
const site = siteOfPage();
const along = element('#take-along');

// A full device still shows what it has, and lets it be saved elsewhere.
if (!canKeep()) say(status, page.dataset.blocked ?? '');
nameLessons();
show();
startTakingAlong(along, status, current, add);
startForgetting(element('#forget'), () => void forget());
startOffer(page, status, current, add);
// Another tab, or a page that was left with the back key, may have added something.
addEventListener('storage', show);
addEventListener('pageshow', show);

/** Lessons that came here without their names get them now that a page knows them, for the pages of these lessons. */
function nameLessons(): void {
  const named = current();
  const isNew = Object.keys(named.lessons).some((id) => loadRecord(site).lessons[id] === undefined);
  if (isNew) addToRecord(site, named);
}

function current(): LearningRecord {
  return withNames(loadRecord(site), lessonIdsOf(page));
}

function show(): void {
  showCourses(page, current());
}

function add(record: LearningRecord): void {
  const isKept = addToRecord(site, withNames(record, lessonIdsOf(page)));
  show();
  say(status, (isKept ? along.dataset.added : page.dataset.blocked) ?? '');
}

async function forget(): Promise<void> {
  forgetRecord(site);
  keepName(site, '');
  show();
  await forgetPages();
  say(status, element('#forget').dataset.forgotten ?? '');
}
