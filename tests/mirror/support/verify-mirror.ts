import { defaultConfiguration } from '../../../build/mirror/folder/configuration.ts';
import { formatFault } from '../../../build/mirror/verify/faults.ts';
import { verifyMirror } from '../../../build/mirror/verify/verify.ts';
import { days, siteUrl } from '../../support/publish.ts';
import { folderSource } from './folder-source.ts';
import type { SmallMirror } from './mirror-folder.ts';

/** How a mirror is verified: mending with its upstream, without a line, or only looking. */
export type Way = 'mend' | 'offline' | 'look';

/** Returns the lines of all faults, and how many are left. */
export async function verify(
  { paths, upstream }: Pick<SmallMirror, 'paths' | 'upstream'>,
  way: Way = 'mend',
) {
  const warnings: string[] = [];
  const { faults, ...rest } = await verifyMirror({
    paths,
    configuration: { ...defaultConfiguration, upstreams: [siteUrl] },
    sources: way === 'mend' ? [folderSource(upstream)] : [],
    repairs: way !== 'look',
    mostConnections: 2,
    now: () => days(3),
    onProgress: () => {},
    warn: (sentence) => void warnings.push(sentence),
    signal: new AbortController().signal,
  });
  const { total, unmended, listed } = faults;
  return { ...rest, total, unmended, lines: listed.map(formatFault), warnings };
}
