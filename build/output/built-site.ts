/** Tells a built site from a folder that somebody made for another purpose. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../cli/errors.ts';
import { namesIn } from './names-in.ts';

/** The files that every site has at its top. */
const marks = ['index.html', '404.html'] as const;

export async function isBuiltSite(folder: string): Promise<boolean> {
  for (const mark of marks) if (!(await isFile(path.join(folder, mark)))) return false;
  return true;
}

/**
 * Lets pass what may be replaced by a new site: a built one, an empty folder, or nothing.
 *
 * @throws EnvironmentError for any other folder; the error of the file system for a file
 */
export async function requireReplaceable(site: string): Promise<void> {
  if ((await namesIn(site)).length === 0) return;
  if (await isBuiltSite(site)) return;
  throw new EnvironmentError(
    `"${site}" is not a site that was built, for it lacks ${marks.join(' or ')}; it was left as it is. Move it away, or choose another folder with --out.`,
  );
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
