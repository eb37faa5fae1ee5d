/** A synchronisation as a process of its own: `sync-once FOLDER SOURCE NOW`. */
import { defaultConfiguration } from '../../../build/mirror/folder/configuration.ts';
import { mirrorPaths } from '../../../build/mirror/folder/mirror-paths.ts';
import { synchronise } from '../../../build/mirror/sync/sync.ts';
import { folderSource } from '../support/folder-source.ts';

const [folder = '', source = '', now = ''] = process.argv.slice(2);
await synchronise({
  paths: mirrorPaths(folder),
  configuration: { ...defaultConfiguration, keptReleases: 2, upstreams: [] },
  sources: [folderSource(source)],
  now: () => new Date(now),
  acceptsStale: false,
  onProgress: () => {},
  warn: () => {},
  signal: new AbortController().signal,
});
