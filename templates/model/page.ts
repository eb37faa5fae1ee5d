/**
 * The data of a page, complete and in the reader's language: layouts are pure functions of it.
 *
 * Built by `build/pages/`; everything here is plain data, except the words and formats of the locale.
 */
import type { CoursePage, GroupPage, LessonPage, MaterialPage, StaticPage } from './content-pages.ts';
import type { CertificatePage, LearningPage, VerifyPage } from './learning-pages.ts';
import type {
  ChooserPage,
  CourseListPage,
  GroupListPage,
  HomePage,
  MaterialListPage,
  NotFoundPage,
  ParentsPage,
  SearchPage,
  TitleListPage,
  TopicListPage,
  TopicPage,
} from './list-pages.ts';
import type { MirrorPage } from './mirror-page.ts';
import type { ReleasePage } from './release-page.ts';

export type * from './card.ts';
export type * from './content-pages.ts';
export type * from './learning-pages.ts';
export type * from './list-pages.ts';
export type * from './mirror-page.ts';
export type * from './page-base.ts';
export type * from './release-page.ts';

export type Page =
  | ChooserPage
  | HomePage
  | CourseListPage
  | CoursePage
  | LessonPage
  | MaterialListPage
  | MaterialPage
  | TopicListPage
  | TopicPage
  | ParentsPage
  | GroupListPage
  | GroupPage
  | StaticPage
  | SearchPage
  | TitleListPage
  | LearningPage
  | CertificatePage
  | VerifyPage
  | ReleasePage
  | MirrorPage
  | NotFoundPage;

export type PageKind = Page['kind'];
