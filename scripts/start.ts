/** `npm start`: shows every national site with its drafts on this computer, and follows what is saved. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { editorFile } from '../build/editor/editor.ts';
import { galleryPage } from '../build/gallery/gallery.ts';
import { type CheckedContent, checkContent, type PlannedEdition } from '../build/pipeline.ts';
import { runPreview } from '../build/preview/preview.ts';
import { translationPage } from '../build/preview/translation-pages.ts';
import { describeLanguage } from '../templates/locale/languages.ts';
import { renderAuthorPanel } from '../templates/pages/author-panel.ts';
import { type Edition, renderBuilding, renderEditions } from '../templates/pages/editions.ts';
import { renderFaults } from '../templates/pages/faults.ts';
import { displayFolder, requireFolder } from './content-folder.ts';
import { countryDirOption, openCountryFolders } from './country-folders.ts';
import { explainError, run } from './run.ts';

const usage = `usage: npm start -- [--content DIR] [--country-dir CC=DIR] [--port N] [--host ADDRESS]

  --content DIR    the content folder (content)
  --country-dir CC=DIR
                   the part of a country that lies elsewhere, in place of countries/CC/; may be given again for others
  --port N         the port to listen on (8080)
  --host ADDRESS   the address to listen on (127.0.0.1, which only this computer reaches)`;

await run(usage, async (args, signal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string', default: 'content' },
      ...countryDirOption,
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65535)
    throw new UsageError(`--port: "${values.port}" is not a number of a port`);
  await requireFolder(values.content);
  const countryFolders = await openCountryFolders(values['country-dir'], values.content);
  /** What the gallery and the state of the translations are made of, read when somebody opens one of them. */
  let checked: { readonly version: number; readonly content: Promise<CheckedContent> } | undefined;
  const contentOf = (version: number): Promise<CheckedContent> => {
    if (checked?.version !== version)
      checked = {
        version,
        content: checkContent({ contentFolder: values.content, countryFolders, drafts: true }),
      };
    return checked.content;
  };
  const ownFolder = path.join('.cache', 'preview', String(port));
  await runPreview({
    contentFolder: values.content,
    countryFolders,
    shownFolder: displayFolder(values.content),
    cacheFolder: path.resolve(ownFolder),
    editorCacheFolder: path.resolve('.cache', 'editor'),
    keptFolder: path.join(ownFolder, 'kept'),
    host: values.host,
    port,
    signal,
    print: (text) => console.log(text),
    printError: (sentence) => console.error(sentence),
    explain: explainError,
    pages: {
      front: (editions) => renderEditions(editions.map(describeEdition)),
      building: renderBuilding,
      faults: renderFaults,
      panel: renderAuthorPanel,
      gallery: async (pathname, query, version) => galleryPage(await contentOf(version), pathname, query),
      editor: async (pathname, options, content, version) =>
        editorFile(content ?? (await contentOf(version)), pathname, options),
      translations: async (pathname, version) => translationPage(await contentOf(version), pathname),
    },
  });
  return 0;
});

function describeEdition({ edition: { country, languages } }: PlannedEdition): Edition {
  const { name } = country.country;
  return {
    code: country.code,
    name: name.en ?? Object.values(name)[0] ?? country.code,
    path: `/${country.code}/`,
    languages: languages.map(({ tag }) => describeLanguage(tag).autonym),
  };
}
