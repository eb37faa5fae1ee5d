/** The order of a run: processes that share files end together when the longest begin first. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest first; among them, last, those whose servers are fetched meanwhile. */
const first = [
  'site/incremental',
  'e2e/editor',
  'serve/gallery',
  'site/xss',
  'e2e/learning',
  'cli/start',
  'site/interruption',
  'deploy/targets/',
  'e2e/publish',
  'publish/publish-guide',
  'mirror/guide',
  'deploy/kill',
  'serve/web-servers',
  'mirror/processes/',
];

export class LongestFirst extends BaseSequencer {
  /** All others follow as usual: larger files sooner. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = first.findIndex((name) => moduleId.replaceAll('\\', '/').includes(`/tests/${name}`));
  return rank === -1 ? first.length : rank;
}
