/** Which file answers a path, and what is said with it. */
import path from 'node:path';
import { mediaTypeOf } from '../../model/media-types.ts';
import { matches } from '../../model/release/file-kind.ts';
import type { ManifestFile } from '../../model/release/manifest.ts';
import { cacheControlOf, lifetimes, securityHeaders, strictTransport } from '../../model/security-headers.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { metricsType } from '../health/metrics.ts';
import { healthFiles } from '../health/write-health.ts';
import type { Encoding } from './encodings.ts';
import type { ServedSite } from './served-site.ts';

export interface FoundFile {
  /** The folder that it must not leave, and the path below it. */
  readonly top: string;
  readonly path: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Told by its digest; absent where that has to be computed: small files that change. */
  readonly name?: string;
  readonly encodings: readonly Encoding[];
}

export type Answer = FoundFile | { readonly location: string } | undefined;

export function findFile(site: ServedSite, paths: MirrorPaths, asked: string): Answer {
  if (asked.startsWith('_mirror/')) return healthFile(paths, asked.slice('_mirror/'.length));
  if (matches('sealed', withoutBrotli(asked)) || matches('pointer', asked))
    return sealedFile(site, paths, asked);
  // What configures servers is for their administrators.
  if (/^_(?:server\/|headers$)/.test(asked)) return undefined;
  const file = site.files.get(asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked);
  if (file !== undefined) return siteFile(site, file);
  return site.files.has(`${asked}/index.html`) ? { location: `/${asked}/` } : undefined;
}

/** The page of the language that says so, or that of the site; nothing where a site has neither. */
export function missingPage(site: ServedSite, asked: string): FoundFile | undefined {
  const [language = ''] = asked.split('/');
  const file = site.files.get(`${language}/404.html`) ?? site.files.get('404.html');
  return file === undefined ? undefined : siteFile(site, file);
}

function siteFile({ folder, headers }: ServedSite, file: ManifestFile): FoundFile {
  return {
    top: folder,
    path: file.path,
    type: file.type,
    headers: {
      ...withoutTransport(headers[file.kind]),
      ...(matches('worker', file.path) && { 'Cache-Control': lifetimes.pointer }),
    },
    name: file.sha256,
    encodings: [
      ...(file.br === undefined ? [] : (['br'] as const)),
      ...(file.gz === undefined ? [] : (['gzip'] as const)),
    ],
  };
}

/** It means nothing over plain HTTP (RFC 6797, 7.2). */
const withoutTransport = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== strictTransport[0]));

/** Lists of files lie beside their compressed copies, which other mirrors ask for by name. */
const withoutBrotli = (asked: string): string => asked.replace(/(?<=\.json)\.br$/, '');

function sealedFile({ folder }: ServedSite, { objects }: MirrorPaths, asked: string): FoundFile | undefined {
  const [, object] = /^objects\/([^/]+)$/.exec(asked) ?? [];
  const [, digest] = /\/([0-9a-f]{64}(?:\.br|\.gz|\.json|\.json\.br|\.release\.json)?)$/.exec(asked) ?? [];
  const [top, below] = object === undefined ? [folder, asked] : [objects, object];
  return {
    top,
    path: below,
    type: mediaTypeOf(path.extname(asked).replace(/^\.(?:br|gz)$/, '')),
    headers: { ...securityHeaders, 'Cache-Control': cacheControlOf(withoutBrotli(asked)) },
    ...(digest !== undefined && { name: digest }),
    encodings: [],
  };
}

function healthFile({ health }: MirrorPaths, name: string): FoundFile | undefined {
  const types: Readonly<Record<string, string>> = {
    [healthFiles.json]: 'application/json; charset=utf-8',
    [healthFiles.metrics]: metricsType,
  };
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (type === undefined) return undefined;
  const headers = { ...securityHeaders, 'Cache-Control': lifetimes.pointer };
  return { top: health, path: name, type, headers, encodings: [] };
}
