import { compressibleTypes, mediaTypeOf, mediaTypes } from '../../../model/media-types.ts';
import { pathPatterns } from '../../../model/release/file-kind.ts';
import { assetPolicy, lifetimes, securityHeaders, strictTransport } from '../../../model/security-headers.ts';
import type { ServedSite } from './server-files.ts';

/**
 * Returns what the block of a site imports, for Caddy 2. Certificates, the way to HTTPS, HTTP/2 and connections that wait are Caddy's
 * own care.
 */
export const caddyfile = ({
  url,
  languageFolders,
}: ServedSite): string => `# Caddy, in the block of the site, one for each block:
#   root * /srv/site  # the folder that holds this folder _server; below a path, the folder that the path begins in
#   import /srv/site/_server/Caddyfile

# What does not lie compressed beside itself.
encode zstd gzip {
	match {
${compressibleTypes.map((type) => `		header Content-Type ${type}*\n`).join('')}	}
}
@passport_secure protocol https
${headers('', '@passport_documents ')}
@passport_assets path_regexp ${pathPatterns.asset}
@passport_documents not path_regexp ${pathPatterns.asset}
header @passport_assets Content-Security-Policy "${assetPolicy}"
@passport_hashed path_regexp (${pathPatterns.asset}|${pathPatterns.index}|${pathPatterns.sealed})
header @passport_hashed Cache-Control "${lifetimes.hashed}"
@passport_pointer path_regexp (${pathPatterns.pointer}|${pathPatterns.worker})
header @passport_pointer Cache-Control "${lifetimes.pointer}"
header ?Cache-Control "${lifetimes.others}"
header Vary Accept-Encoding

# Caddy would ask the machine, or look into the file.
@passport_octets path_regexp (/(?:objects|patches)/[0-9a-f]+|\\.br|\\.gz)$
header @passport_octets Content-Type application/octet-stream
${Object.keys(mediaTypes)
  .map(
    (extension) => `@passport_${extension} path *.${extension}
header @passport_${extension} Content-Type "${mediaTypeOf(`.${extension}`)}"
`,
  )
  .join('')}
file_server {
	hide _server _headers
	precompressed br gzip
}
# An answer with an error begins without the headers above.
handle_errors {
${headers('\t', '')}	header Cache-Control no-cache
	header Vary Accept-Encoding
	header Content-Type "text/html; charset=utf-8"
	@passport_language path_regexp passport ^(.*?/(?:${languageFolders.join('|')})/)
	handle @passport_language {
		rewrite * {re.passport.1}404.html
		file_server {
			precompressed br gzip
		}
	}
	handle {
		rewrite * ${new URL(url).pathname}404.html
		file_server {
			precompressed br gzip
		}
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
