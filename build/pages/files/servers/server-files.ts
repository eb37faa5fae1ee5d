/**
 * How web servers send a site: headers, media types, lifetimes, the 404 pages of its languages. An administrator includes the file
 * for his server as it is; nothing in it names a place of his machine.
 *
 * The folder begins with an underscore, as what is not a page does, and `_headers` is where Netlify and Cloudflare Pages look.
 * Servers are told to send neither.
 */
import { caddyfile } from './caddyfile.ts';
import { headersFile } from './headers-file.ts';
import { nginxBrotliConf, nginxConf } from './nginx-conf.ts';

/** A site, as servers see it. */
export interface ServedSite {
  /** With a slash at its end. */
  readonly url: string;
  /** Folders of its languages: `uz-latn`. */
  readonly languageFolders: readonly string[];
}

/** Returns the files by their site path. */
export const serverFiles = (site: ServedSite): ReadonlyMap<string, string> =>
  new Map([
    ['/_headers', headersFile()],
    ['/_server/nginx.conf', nginxConf(site)],
    ['/_server/nginx-brotli.conf', nginxBrotliConf()],
    ['/_server/Caddyfile', caddyfile(site)],
  ]);
