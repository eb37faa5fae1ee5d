import { compressibleTypes, mediaTypes } from '../../../model/media-types.ts';
import { pathPatterns } from '../../../model/release/file-kind.ts';
import { assetPolicy, lifetimes, securityHeaders, strictTransport } from '../../../model/security-headers.ts';
import { slowLines } from './nginx-slow-lines.ts';
import type { ServedSite } from './server-files.ts';

/**
 * Returns what the `server` block of a site includes, for nginx 1.18 and newer as distributions and nginx.org build it.
 *
 * No `location`: a header in one of them would silence all others, and it could not be included in one. `if` is safe where it only
 * sets and returns. Addresses are matched from their end, so that a site can lie below a path.
 */
export const nginxConf = ({
  url,
  languageFolders,
}: ServedSite): string => `# nginx, in the server block of the site, or in a location of it where several sites share a server:
#   root /srv/site;  # the folder that holds this folder _server; below a path, the folder that the path begins in
#   include /srv/site/_server/nginx.conf;
#   include /srv/site/_server/nginx-brotli.conf;  # with the module ngx_brotli: pages are a sixth smaller
# A location in it with an add_header of its own has to repeat the ones below.

index index.html;
absolute_redirect off;
charset utf-8;
charset_types ${textTypes.join(' ')};
types {
${Object.entries(mediaTypes)
  .map(([extension, type]) => `  ${type} ${extension};\n`)
  .join('')}}
default_type application/octet-stream;

# x.html.gz where it lies beside x.html, as in a site that was deployed; the others are compressed when they are asked for.
gzip_static on;
gzip on;
gzip_vary on;
gzip_comp_level 6;
gzip_min_length 256;
gzip_types ${compressibleTypes.filter((type) => type !== 'text/html').join(' ')};

${slowLines}
set $passport_lifetime "${lifetimes.others}";
set $passport_policy "${securityHeaders['Content-Security-Policy']}";
if ($uri ~ "${pathPatterns.asset}") {
  set $passport_lifetime "${lifetimes.hashed}";
  set $passport_policy "${assetPolicy}";
}
if ($uri ~ "${pathPatterns.index}") {
  set $passport_lifetime "${lifetimes.hashed}";
}
# Parts of releases that are written once; what says which release is the newest one, and the service worker.
if ($uri ~ "${pathPatterns.sealed}") {
  set $passport_lifetime "${lifetimes.hashed}";
}
if ($uri ~ "(?:${pathPatterns.pointer}|${pathPatterns.worker})") {
  set $passport_lifetime "${lifetimes.pointer}";
}
# Where TLS ends at a proxy before nginx, the proxy has to send Strict-Transport-Security.
set $passport_transport "";
if ($scheme = https) {
  set $passport_transport "${strictTransport[1]}";
}
# Without "always": what is missing now may be there in a minute.
add_header Cache-Control $passport_lifetime;
add_header ${strictTransport[0]} $passport_transport always;
add_header Content-Security-Policy $passport_policy always;
${Object.entries(securityHeaders)
  .filter(([name]) => name !== 'Content-Security-Policy')
  .map(([name, value]) => `add_header ${name} "${value}" always;\n`)
  .join('')}
set $passport_missing ${new URL(url).pathname}404.html;
if ($uri ~ "^(.*?/(?:${languageFolders.join('|')})/)") {
  set $passport_missing $1404.html;
}
# Also for a folder without a page: nothing lists it.
error_page 403 404 =404 $passport_missing;
if ($uri ~ "/_(?:server/|headers$)") {
  return 404;
}
`;

/** A file of its own, for nginx does not start with a word of a module that it has not. */
export const nginxBrotliConf =
  (): string => `# nginx with the module ngx_brotli, in Debian libnginx-mod-http-brotli-static: beside nginx.conf.

# x.html.br where it lies beside x.html, as in a site that was deployed.
brotli_static on;

# For a site that nobody has deployed, and with libnginx-mod-http-brotli-filter too: what is compressed when it is asked for.
#   brotli on;
#   brotli_types ${compressibleTypes.filter((type) => type !== 'text/html').join(' ')};
`;

const textTypes = [
  'text/css',
  'text/javascript',
  'text/plain',
  'application/json',
  'application/xml',
  'application/manifest+json',
];
