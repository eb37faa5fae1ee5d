/**
 * `npm run schemas`: writes what is made of the JSON Schemas (`schemas/types.generated.ts`, `.vscode/`), and of the countries: owners
 * and templates of proposals in `.github/` and `.gitlab/`.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { reviewedContent } from '../build/pipeline/reviewed-content.ts';
import { reviewFiles, templateFolders } from '../build/review/review-files.ts';
import { generatedTypesFile, generateTypes } from '../build/schema/generate-types.ts';
import { vscodeFiles, vscodeFolder } from '../build/vscode/vscode-files.ts';
import { run } from './run.ts';

const usage = 'usage: npm run schemas';
const project = fileURLToPath(new URL('../', import.meta.url));

await run(usage, async () => {
  await writeFile(generatedTypesFile, await generateTypes());
  await mkdir(vscodeFolder, { recursive: true });
  for (const [name, text] of vscodeFiles()) await writeFile(new URL(name, vscodeFolder), text);
  await writeReviewFiles(reviewFiles(reviewedContent(path.join(project, 'content'))));
  return 0;
});

async function writeReviewFiles(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of files) {
    await mkdir(path.join(project, path.dirname(file)), { recursive: true });
    await writeFile(path.join(project, file), text);
  }
  for (const folder of Object.values(templateFolders))
    for (const name of await readdir(path.join(project, folder)))
      if (!files.has(`${folder}/${name}`)) await rm(path.join(project, folder, name));
}
