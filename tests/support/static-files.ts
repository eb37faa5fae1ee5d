/**
 * Finds the file that answers a request, as the servers of the published sites do.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { mediaTypeOf } from '../../build/model/media-types.ts';

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
  type: mediaTypeOf(path.extname(file)),
});
