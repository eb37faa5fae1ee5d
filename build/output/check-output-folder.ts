/** Keeps the sites out of the content, whose folders bear the names of countries as well. */
import { UsageError } from '../cli/errors.ts';
import { type CountryFolders, noCountryFolders } from '../model/content-folders.ts';
import { folderRelation } from './folder-relation.ts';

/**
 * @param out the folder for the sites, which need not exist
 * @throws UsageError when it is a folder of the content, lies in one, or holds one, be it by way of a link
 */
export async function checkOutputFolder(
  out: string,
  contentFolder: string,
  countryFolders: CountryFolders = noCountryFolders,
): Promise<void> {
  await refuse(out, contentFolder, 'the content folder');
  for (const [code, folder] of countryFolders) await refuse(out, folder, `the folder of ${code}`);
}

async function refuse(out: string, folder: string, name: string): Promise<void> {
  const relation = await folderRelation(out, folder);
  if (relation !== undefined)
    throw new UsageError(
      `--out: "${out}" ${relation} ${name} "${folder}". Choose a folder of its own, such as dist.`,
    );
}
