import { releasePaths } from '../../../model/release/release-paths.ts';
import { assetPolicy, lifetimes, securityHeaders, strictTransport } from '../../../model/security-headers.ts';

/**
 * Returns `_headers` for hosts that publish the folder of one site: Netlify, Cloudflare Pages. Where several rules speak of one header,
 * the one takes the last, the other joins them by commas: of two policies either way the stricter holds, but lifetimes must not meet.
 * Pages have that of the host, which asks anew each time.
 */
export const headersFile = (): string => `# Netlify, Cloudflare Pages: publish this folder.
/*
${lines([...Object.entries(securityHeaders), strictTransport])}
/assets/*
${lines([
  ['Content-Security-Policy', assetPolicy],
  ['Cache-Control', lifetimes.hashed],
])}
/:language/pagefind/fragment/*
${lines([['Cache-Control', lifetimes.hashed]])}
/:language/pagefind/index/*
${lines([['Cache-Control', lifetimes.hashed]])}
${sealedFolders.map((folder) => `/${folder}/*\n${lines([['Cache-Control', lifetimes.hashed]])}`).join('\n')}
${[releasePaths.pointer, releasePaths.timestamp, 'sw.js'].map((path) => `/${path}\n${lines([['Cache-Control', lifetimes.pointer]])}`).join('\n')}
/:language/manifest.webmanifest
${lines([['Content-Type', 'application/manifest+json']])}`;

/** Of releases, with nothing in them that changes. What `metadata/` holds beside the timestamp is asked for anew each time. */
const sealedFolders = ['objects', 'manifests', 'deltas', 'patches', 'releases', 'targets'];

const lines = (headers: readonly (readonly [string, string])[]): string =>
  headers.map(([name, value]) => `  ${name}: ${value}\n`).join('');
