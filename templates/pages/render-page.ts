/**
 * A page's data in, its whole HTML out: pure, so that preview, build and tests render alike.
 */
import type { Page } from '../model/page.ts';
import { certificatePage } from './certificate.ts';
import { chooserPage } from './chooser.ts';
import { coursePage } from './course.ts';
import { courseListPage } from './course-list.ts';
import { groupPage } from './group.ts';
import { groupListPage } from './group-list.ts';
import { homePage } from './home.ts';
import { learningPage } from './learning.ts';
import { lessonPage } from './lesson.ts';
import { materialPage } from './material.ts';
import { materialListPage } from './material-list.ts';
import { mirrorPage } from './mirror.ts';
import { notFoundPage } from './not-found.ts';
import { parentsPage } from './parents.ts';
import { releasePage } from './release.ts';
import { searchPage } from './search.ts';
import { staticPage } from './static.ts';
import { titleListPage } from './title-list.ts';
import { topicPage } from './topic.ts';
import { topicListPage } from './topic-list.ts';
import { verifyPage } from './verify.ts';

/** Returns the HTML document of a page. */
export function renderPage(page: Page): string {
  switch (page.kind) {
    case 'chooser':
      return chooserPage(page);
    case 'home':
      return homePage(page);
    case 'course-list':
      return courseListPage(page);
    case 'course':
      return coursePage(page);
    case 'lesson':
      return lessonPage(page);
    case 'material-list':
      return materialListPage(page);
    case 'material':
      return materialPage(page);
    case 'topic-list':
      return topicListPage(page);
    case 'topic':
      return topicPage(page);
    case 'parents':
      return parentsPage(page);
    case 'group-list':
      return groupListPage(page);
    case 'group':
      return groupPage(page);
    case 'page':
      return staticPage(page);
    case 'search':
      return searchPage(page);
    case 'title-list':
      return titleListPage(page);
    case 'learning':
      return learningPage(page);
    case 'certificate':
      return certificatePage(page);
    case 'verify':
      return verifyPage(page);
    case 'release':
      return releasePage(page);
    case 'mirror':
      return mirrorPage(page);
    case 'not-found':
      return notFoundPage(page);
  }
}
