/**
 * Where the parts of a mirror lie in its folder.
 *
 * `current` leads to the site that is served. What it serves beside the signed files, the contents for mirrors of this mirror and its
 * health, lies elsewhere and is linked into each site, so that any web server sends all of it from one root.
 */
import path from 'node:path';
import type { Sha256 } from '../../model/paths.ts';

export interface MirrorPaths {
  /** The folder itself. */
  readonly top: string;
  /** `MirrorConfiguration`, for people to edit. */
  readonly configuration: string;
  /** The root that is trusted: what the administrator has compared, or brought along. */
  readonly root: string;
  /** `MirrorState` */
  readonly state: string;
  /** Metadata that was accepted, by its published path: nothing older is ever taken again. */
  readonly trust: string;
  readonly lock: string;
  /** The contents of all kept releases, each once, and their compressed copies. */
  readonly objects: string;
  /** What has not come wholly yet. */
  readonly incoming: string;
  /** One folder for each kept release, named by its number; files are hard links to contents. */
  readonly sites: string;
  /** A symbolic link to one of them. */
  readonly current: string;
  /** What `/_mirror/` shows. */
  readonly health: string;
  /** The program itself, which units and people start. */
  readonly program: string;
  /** Configurations for nginx, Caddy and systemd. */
  readonly server: string;
}

export function mirrorPaths(folder: string): MirrorPaths {
  const at = (name: string): string => path.join(folder, name);
  return {
    top: folder,
    configuration: at('mirror.json'),
    root: at('root.json'),
    state: at('state.json'),
    trust: at('trust'),
    lock: at('lock'),
    objects: at('objects'),
    incoming: at('incoming'),
    sites: at('sites'),
    current: at('current'),
    health: at('health'),
    program: at('passport-mirror.mjs'),
    server: at('server'),
  };
}

/** Names inside a site that are symbolic links, and where they lead from there. */
export const siteLinks: Readonly<Record<string, string>> = {
  objects: '../../objects',
  _mirror: '../../health',
};

/** The compressed copies that may lie beside a content and beside a file of a site. */
export const twinSuffixes = ['.br', '.gz'] as const;
export type TwinSuffix = (typeof twinSuffixes)[number];

export const objectFile = ({ objects }: MirrorPaths, sha256: Sha256, suffix: TwinSuffix | '' = ''): string =>
  path.join(objects, sha256 + suffix);

export const siteFolder = ({ sites }: MirrorPaths, sequence: number): string =>
  path.join(sites, String(sequence));
