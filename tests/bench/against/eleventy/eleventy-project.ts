/**
 * Writes the national sites as projects of Eleventy: what somebody would write who knows Eleventy and leaves its settings as they are.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FieldValues, writeText } from '../../content/front-matter.ts';
import { type BoxSyntax, rewriteBody } from '../dialect.ts';
import { domainsOf } from '../interface-words.ts';
import type { NationalSite, SiteLanguage, SitePage } from '../national-sites.ts';
import { copyFiles, type ProjectFile, readFolder, writeFiles } from '../project-files.ts';

const theme = fileURLToPath(new URL('theme/', import.meta.url));

/** Eleventy's Markdown takes HTML; a blank line inside lets Markdown go on. */
const boxes = (words: Readonly<Record<string, string>>): BoxSyntax => ({
  open: (name, title) =>
    name === 'activity'
      ? `<section class="activity"><p class="k">${words.activity}</p>\n${title === '' ? '' : `<h2>${title}</h2>\n`}`
      : `<div class="callout ${name}"><p class="k">${title === '' ? words[name] : title}</p>\n`,
  close: (name) => `\n</${name === 'activity' ? 'section' : 'div'}>\n`,
});

/** One project for each national site, in a folder with the code of the country. */
export async function writeEleventySites(
  folder: string,
  sites: readonly NationalSite[],
  css: string,
): Promise<string[]> {
  const files = await readFolder(theme);
  for (const site of sites) {
    const project = path.join(folder, site.code);
    await writeFiles(project, [
      ...files.map(inProject),
      { path: 'style.css', text: css },
      ...siteFiles(site),
    ]);
    // Drawings are copied with other files, photographs are made anew.
    const { static: drawings = [], photographs = [] } = Object.groupBy(site.pictures, ([file]) =>
      file.endsWith('.svg') ? 'static' : 'photographs',
    );
    await copyFiles(path.join(project, 'static'), new Map(drawings));
    await copyFiles(path.join(project, 'photographs'), new Map(photographs));
  }
  return sites.map((site) => path.join(folder, site.code));
}

/** Where all sites have the pictures that they made: each is made once, as with us. */
export const pictureCache = (folder: string): string => path.join(folder, 'made-pictures');

/** Templates that are pages of their own belong to the input. */
const inProject = (file: ProjectFile): ProjectFile =>
  file.path.endsWith('.njk') && !file.path.startsWith('_includes')
    ? { ...file, path: path.join('src', file.path) }
    : file;

function* siteFiles(site: NationalSite): Generator<ProjectFile> {
  yield { path: 'package.json', text: '{"private": true, "type": "module"}\n' };
  yield { path: 'site.json', text: JSON.stringify(siteData(site)) };
  for (const language of site.languages) {
    const { segment, htmlLang, words } = language;
    yield { path: `src/${segment}/${segment}.json`, text: JSON.stringify({ segment, htmlLang }) };
    yield* listFiles(language, words);
  }
  for (const page of site.pages) yield pageFile(page);
}

const siteData = ({ code, url, languages }: NationalSite) => ({
  url,
  email: `${code}@learningpassport.example`,
  languages: languages.map(({ segment, htmlLang, name }) => ({ segment, htmlLang, name })),
  domains: domainsOf(languages[0]?.words ?? {}),
  words: Object.fromEntries(languages.map(({ segment, words }) => [segment, words])),
});

/** Pages that list others. */
function* listFiles(
  { segment }: SiteLanguage,
  words: Readonly<Record<string, string>>,
): Generator<ProjectFile> {
  const page = (
    name: string,
    target: string,
    title = '',
    description = '',
    own: FieldValues = { target },
  ) => ({
    path: `src/${segment}/${target === '/' ? 'index' : target.replaceAll('/', '_')}.njk`,
    text: writeText(
      { layout: `${name}.njk`, title, description, permalink: `/${segment}${target}`, ...own },
      '',
    ),
  });
  yield page('home', '/', words.siteName, words.tagline, { isHome: true });
  for (const name of ['courses', 'materials', 'topics', 'parents', 'groups', 'search'])
    yield page(name, `/${name}/`, words[name], words[`${name}Summary`]);
  for (const domain of domainsOf(words)) {
    const target = `/topics/${domain}/`;
    yield page('topic', target, words[`domain-${domain}`], words.topicSummary, { target, domain });
  }
  yield page('not-found', '/404.html', words.notFound, words.notFoundSummary, {});
}

function pageFile({ language, kind, target, position, fields, body }: SitePage): ProjectFile {
  const { segment } = language;
  const own = {
    ...fields,
    layout: `${kind}.njk`,
    kind,
    target,
    ...(kind === 'lesson' && { position, courseTarget: target.replace(/[^/]+\/$/, '') }),
  };
  const linked = body
    .replaceAll('](/', `](/${segment}/`)
    .replaceAll(`](/${segment}/pictures/`, '](/pictures/');
  const place = `src/${segment}${target.slice(0, -1)}`;
  return {
    path: kind === 'course' ? `${place}/index.md` : `${place}.md`,
    text: writeText(own, rewriteBody(linked, boxes(language.words))),
  };
}
