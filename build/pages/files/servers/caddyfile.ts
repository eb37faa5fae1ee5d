import { mediaTypes } from '../../../model/media-types.ts';
import { assetPolicy, lifetimes, securityHeaders, strictTransport } from '../../../model/security-headers.ts';
import type { ServedSite } from './server-files.ts';

/** Returns what the block of a site imports, for Caddy 2. Certificates and the way to HTTPS are Caddy's own care. */
export const caddyfile = ({
  url,
  languageFolders,
}: ServedSite): string => `# Caddy, in the block of the site, one for each block:
#   root * /srv/site  # the folder that holds this folder _server; below a path, the folder that the path begins in
#   import /srv/site/_server/Caddyfile

encode zstd gzip
@passport_secure protocol https
${headers('', '@passport_documents ')}
@passport_assets path_regexp /assets/[^/]+\\.[0-9a-f]{8}\\.[a-z0-9]+$
@passport_documents not path_regexp /assets/[^/]+\\.[0-9a-f]{8}\\.[a-z0-9]+$
@passport_hashed path_regexp (/assets/[^/]+\\.[0-9a-f]{8}\\.[a-z0-9]+|/pagefind/.+\\.pf_[a-z]+)$
header @passport_hashed Cache-Control "${lifetimes.hashed}"
header ?Cache-Control "${lifetimes.others}"
header @passport_assets Content-Security-Policy "${assetPolicy}"
${unknownToCaddy
  .map(
    (extension) => `@passport_${extension} path *.${extension}
header @passport_${extension} Content-Type ${mediaTypes[extension]}
`,
  )
  .join('')}
file_server {
	hide _server _headers
}
# An answer with an error begins without the headers above.
handle_errors {
${headers('\t', '')}	header Cache-Control no-cache
	@passport_language path_regexp passport ^(.*?/(?:${languageFolders.join('|')})/)
	handle @passport_language {
		rewrite * {re.passport.1}404.html
		file_server
	}
	handle {
		rewrite * ${new URL(url).pathname}404.html
		file_server
	}
}
`;

/** @param documents whatever is no picture and may frame or run something */
const headers = (
  indent: string,
  documents: string,
): string => `${indent}header ${documents}Content-Security-Policy "${policy}"
${indent}header {
${others.map(([name, value]) => `${indent}	${name} "${value}"\n`).join('')}${indent}}
${indent}header @passport_secure ${strictTransport[0]} "${strictTransport[1]}"
`;

const { 'Content-Security-Policy': policy, ...rest } = securityHeaders;
const others = Object.entries(rest);

/** Where the machine has no list of types. */
const unknownToCaddy = ['webmanifest', 'ico', 'mp3', 'mp4'] as const;
