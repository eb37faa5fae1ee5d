/**
 * Finds the file that answers a request, as the servers of the published sites do.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';

export type Answer =
  | { readonly kind: 'file'; readonly file: string; readonly status: 200 | 404; readonly type: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'nothing' };

/**
 * @param root the folder with one site for each country
 * @param pathname decoded and normalised here; never leads out of `root`
 */
export async function findAnswer(root: string, pathname: string): Promise<Answer> {
  const decoded = decode(pathname);
  if (decoded === undefined) return { kind: 'nothing' };
  const wanted = path.join(root, path.posix.normalize(`/${decoded}`));
  const found = await stat(wanted).catch(() => undefined);
  if (found?.isDirectory()) {
    // Two slashes at the beginning would be the name of another computer (RFC 3986, 4.2).
    if (!pathname.endsWith('/')) return { kind: 'redirect', location: `${pathname.replace(/^\/+/, '/')}/` };
    const index = path.join(wanted, 'index.html');
    if (await isFile(index)) return answer(index, 200);
  } else if (found?.isFile() && !pathname.endsWith('/')) return answer(wanted, 200);
  return (await findNotFound(root, decoded)) ?? { kind: 'nothing' };
}

/** The 404 page of the language, else that of the site. */
async function findNotFound(root: string, pathname: string): Promise<Answer | undefined> {
  const [country = '', language = ''] = path.posix.normalize(`/${pathname}`).split('/').slice(1);
  for (const folder of [`${country}/${language}`, country]) {
    const page = path.join(root, folder, '404.html');
    if (await isFile(page)) return answer(page, 404);
  }
  return undefined;
}

function decode(pathname: string): string | undefined {
  try {
    const text = decodeURIComponent(pathname);
    return text.includes('\0') || text.includes('\\') ? undefined : text;
  } catch {
    return undefined;
  }
}

const isFile = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => undefined))?.isFile() ?? false;

const answer = (file: string, status: 200 | 404): Answer => ({
  kind: 'file',
  file,
  status,
  type: types[path.extname(file)] ?? 'application/octet-stream',
});

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.ico': 'image/x-icon',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
};
