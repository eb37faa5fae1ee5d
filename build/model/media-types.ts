/**
 * Media types of published files. Servers that guess send `.webmanifest` and `.avif` as downloads, and browsers believe them.
 */

/** Returns the type of an extension with its dot, with its character set where it is text. */
export const mediaTypeOf = (extension: string): string => {
  const type = mediaTypes[extension.slice(1)] ?? 'application/octet-stream';
  return isText(type) ? `${type}; charset=utf-8` : type;
};

/** By the extension without its dot. */
export const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain',
  webmanifest: 'application/manifest+json',
  ico: 'image/x-icon',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  avif: 'image/avif',
  png: 'image/png',
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  // The search bundle, which Pagefind has made itself.
  ...Object.fromEntries(
    ['pf_meta', 'pf_index', 'pf_filter', 'pf_fragment', 'pagefind'].map((extension) => [
      extension,
      'application/x-pagefind',
    ]),
  ),
};

/**
 * What becomes smaller on the line; Pagefind's files are published without a compression of their own. Plain octets are not among
 * them: these are parts of a release, which whoever asks for them wants as they are, or from a certain byte on.
 */
export const compressibleTypes: readonly string[] = [
  ...new Set(Object.values(mediaTypes).filter((type) => isText(type) || /svg|x-icon|x-pagefind/.test(type))),
];

function isText(type: string): boolean {
  return /^text\/|[/+](?:json|xml)$/.test(type) && !type.startsWith('image/');
}
