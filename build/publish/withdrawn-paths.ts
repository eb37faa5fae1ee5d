import { EnvironmentError, UsageError } from '../cli/errors.ts';

/** Without them there is no site. */
const indispensable: ReadonlySet<string> = new Set(['index.html', '404.html']);

/** `assets/bag-320.1a2b3c4d.avif`: a picture in one of its widths and formats. */
const rendition = /^(?<stem>.*\/[^/]*?)(?:-\d+)?\.(?<digest>[0-9a-f]{8})\.[a-z0-9]+$/;

/**
 * Returns the files that an operator means by an address or a path: a page by its folder, a picture with all of its widths and formats.
 *
 * @param url of the site
 * @param known all files of the releases that are kept
 * @throws EnvironmentError for what no release has, and for what a site cannot be without; UsageError for another site's address
 */
export function sitePathsOf(asked: string, url: string, known: ReadonlySet<string>): readonly string[] {
  const path = relativePath(asked, url);
  const found = [path, `${path}${path.endsWith('/') || path === '' ? '' : '/'}index.html`].find((one) =>
    known.has(one),
  );
  if (found === undefined)
    throw new EnvironmentError(
      `No release that is kept has "${asked}". Give the address of a page or picture as it stands in the browser, or its path below the site: ru/materials/bag/.`,
    );
  if (indispensable.has(found))
    throw new EnvironmentError(
      `"${found}" cannot be withdrawn: without it there is no site. Change it in the content, build, and release.`,
    );
  const { stem, digest } = rendition.exec(found)?.groups ?? {};
  if (digest === undefined) return [found];
  return [...known].filter((one) => {
    const other = rendition.exec(one)?.groups;
    return other?.stem === stem && other?.digest === digest;
  });
}

function relativePath(asked: string, url: string): string {
  const [address = ''] = asked.split(/[?#]/);
  if (/^https?:/i.test(address) && !address.startsWith(url))
    throw new UsageError(`"${asked}" is no address of this site, which is ${url}`);
  const path = address.startsWith(url) ? address.slice(url.length) : address;
  try {
    return decodeURI(path).replace(/^\/+/, '');
  } catch {
    throw new UsageError(`"${asked}" is no address`);
  }
}
