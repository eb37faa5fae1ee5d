/** `npm run editor`: the editor as files, for a server of its own. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { hasErrors } from '../build/diagnostics/diagnostic.ts';
import { createReport, formatReport } from '../build/diagnostics/report.ts';
import { editorBackendOf } from '../build/editor/config/editor-config.ts';
import { editorFiles } from '../build/editor/editor.ts';
import { checkOutputFolder } from '../build/output/check-output-folder.ts';
import { namesIn } from '../build/output/names-in.ts';
import { replaceFolder } from '../build/output/replace-folder.ts';
import { checkContent } from '../build/pipeline.ts';
import { displayFolder, requireFolder } from './content-folder.ts';
import { countryDirOption, openCountryFolders } from './country-folders.ts';
import { run } from './run.ts';

const usage = `usage: npm run editor -- [--content DIR] [--country-dir CC=DIR] [--out DIR]

Writes the editor for authors who work in the browser: index.html for what all countries share, <cc>/index.html for what a country has
of its own. It saves to the Git service that "editor" in site.yml names. On your own computer, npm start has it at /admin/.

  --content DIR    the content folder (content)
  --country-dir CC=DIR
                   the part of a country that lies elsewhere, in place of countries/CC/; may be given again for others
  --out DIR        where it goes (dist/admin); what was there before is replaced`;

await run(usage, async (args) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string', default: 'content' },
      ...countryDirOption,
      out: { type: 'string', default: path.join('dist', 'admin') },
    },
  });
  const { content: contentFolder, out } = values;
  await requireFolder(contentFolder);
  const countryFolders = await openCountryFolders(values['country-dir'], contentFolder);
  await checkOutputFolder(out, contentFolder, countryFolders);
  await checkIsEditor(out);
  const content = await checkContent({ contentFolder, countryFolders, drafts: true });
  if (hasErrors(content.diagnostics)) {
    const { diagnostics, texts } = content;
    const report = createReport(diagnostics, displayFolder(contentFolder), texts, countryFolders);
    process.stderr.write(`${formatReport(report, 'pretty')}\n`);
    return 1;
  }
  const backend = editorBackendOf(content.catalogue.site);
  if (backend === undefined)
    throw new UsageError(
      `${displayFolder(contentFolder)}/site.yml does not say where the editor saves. Add "editor" to it, with "backend" and "repo"`,
    );
  const files = await editorFiles(content, { backend });
  await replaceFolder(out, files);
  const kilobytes = Math.ceil([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0) / 1024);
  console.log(`${out}/: ${files.size} files, ${kilobytes} KB; it saves to ${backend.name}, ${backend.repo}`);
  return 0;
});

/** @throws UsageError when the folder holds something else, which would be lost */
async function checkIsEditor(folder: string): Promise<void> {
  const names = await namesIn(folder);
  const isEditor = names.some((name) => /^editor-\w+\.js$/.test(name));
  if (names.length > 0 && !isEditor)
    throw new UsageError(`--out: "${folder}" holds something else. Choose a folder of its own`);
}
