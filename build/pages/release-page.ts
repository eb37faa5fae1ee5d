import type { ReleasePage } from '../../templates/model/page.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { listBase } from './list-base.ts';
import { mirrorTarget } from './mirror-page.ts';
import type { View } from './view.ts';

export const releaseTarget = '/release/';

/** What a release is: no page of a lesson leads there, for it has no byte to spare. */
export const releasePage = (view: View): ReleasePage => ({
  ...listBase(
    releaseTarget,
    view.chrome.t('About this release'),
    view.chrome.t('Which state of this site you see, and how anybody can check that it is genuine.'),
    view,
  ),
  kind: 'release',
  pointerPath: `/${releasePaths.pointer}`,
  mirrorPath: view.path(mirrorTarget),
});
