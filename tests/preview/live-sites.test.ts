import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { surveyContent } from '../../build/pipeline.ts';
import { createLiveSites } from '../../build/preview/live-sites.ts';
import { buildOwnSites } from '../support/built-sites.ts';
import { temporaryFolder } from '../support/content.ts';

test('every file of the own sites is answered as a build writes it', async () => {
  const baseUrl = 'http://localhost:8080/';
  const built = await buildOwnSites('content', baseUrl, true);
  onTestFinished(built.remove);
  const cacheFolder = await temporaryFolder();
  const sites = createLiveSites(cacheFolder);
  const survey = await surveyContent({
    contentFolder: 'content',
    cacheFolder,
    baseUrl,
    drafts: true,
    forgets: true,
  });
  if (survey.content === undefined) throw new Error('the content has faults: run "npm run check"');
  sites.adopt(survey.content);
  const different: string[] = [];
  for (const file of built.files) {
    const answer = await sites.answer(`/${file.replace(/(^|\/)index\.html$/, '$1')}`);
    const bytes = answer.kind === 'page' ? Buffer.from(answer.html) : answer.kind === 'file' && answer.bytes;
    if (!bytes || !Buffer.from(bytes).equals(await readFile(path.join(built.folder, file))))
      different.push(`${file}: ${answer.kind}`);
  }
  expect(different).toEqual([]);
  expect(built.files.length).toBeGreaterThan(1000);
});
