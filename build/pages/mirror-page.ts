import type { MirrorPage } from '../../templates/model/page.ts';
import { sha256 } from '../model/paths.ts';
import { listBase } from './list-base.ts';
import type { View } from './view.ts';

export const mirrorTarget = '/mirror/';

/** How a ministry keeps a copy of the site: the page about the release leads there. */
export function mirrorPage(view: View): MirrorPage {
  const { path, sizeBytes, bytes } = view.context.mirrorProgram;
  const { t } = view.chrome;
  return {
    ...listBase(
      mirrorTarget,
      t('Keep a copy of this site'),
      t('For ministries and districts: how to set up a mirror with one small server and one program.'),
      view,
    ),
    kind: 'mirror',
    program: { path, bytes: sizeBytes, sha256: sha256(bytes) },
  };
}
