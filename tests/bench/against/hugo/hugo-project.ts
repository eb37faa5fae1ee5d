/**
 * Writes the national sites as projects of Hugo: what somebody would write who knows Hugo and leaves its settings as they are.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { type FieldValues, writeText } from '../../content/front-matter.ts';
import { type BoxSyntax, rewriteBody } from '../dialect.ts';
import { domainsOf } from '../interface-words.ts';
import type { NationalSite, SiteLanguage, SitePage } from '../national-sites.ts';
import { copyFiles, type ProjectFile, readFolder, writeFiles } from '../project-files.ts';

/**
 * What becomes of photographs: Hugo makes each anew, no wider than ours, as WebP of the same quality and without metadata; or copies
 * them with all that their files say.
 */
export type Pictures = 'anew' | 'as-they-are';

const templates = (name: string): string => fileURLToPath(new URL(`${name}/`, import.meta.url));

/** Paired shortcodes, which Hugo has for this. */
const shortcodes: BoxSyntax = {
  open: (name, title) => (title === '' ? `{{< ${name} >}}` : `{{< ${name} ${JSON.stringify(title)} >}}`),
  close: (name) => `{{< /${name} >}}`,
};

/** One project for each national site, in a folder with the code of the country. */
export async function writeHugoSites(
  folder: string,
  sites: readonly NationalSite[],
  css: string,
  pictures: Pictures,
): Promise<string[]> {
  const projects = sites.map((site) => path.join(folder, site.code));
  for (const [index, site] of sites.entries()) {
    const project = projects[index] ?? '';
    await writeFiles(project, [...(await themeFiles(css, pictures)), ...siteFiles(site, folder)]);
    await copyFiles(path.join(project, pictures === 'anew' ? 'assets' : 'static'), site.pictures);
  }
  return projects;
}

/**
 * One project for all of them, under one address: each language of each country is a language of Hugo's. With an address of its own
 * for each of them (`baseURL` of a language) Hugo would copy every picture for every language.
 *
 * Pictures are made anew.
 *
 * @param folder which {@link writeHugoSites} has filled: the texts are read from there
 */
export async function writeHugoTogether(
  folder: string,
  sites: readonly NationalSite[],
  css: string,
): Promise<string> {
  const project = path.join(folder, 'together');
  const languages = sites.flatMap((site, siteIndex) =>
    site.languages.map((language, index) => {
      const key = `${site.code}-${language.segment}`;
      return {
        key,
        words: language.words,
        config: {
          ...languageConfig(site, language, 100 * siteIndex + index + 1),
          contentDir: path.join(folder, site.code, 'content', language.segment),
        },
      };
    }),
  );
  const config = {
    ...commonConfig(folder),
    baseURL: 'https://learningpassport.example/',
    defaultContentLanguage: languages[0]?.key ?? '',
    defaultContentLanguageInSubdir: true,
    languages: Object.fromEntries(languages.map(({ key, config }) => [key, config])),
  };
  await writeFiles(project, [
    ...(await themeFiles(css, 'anew')),
    { path: 'config.yaml', text: stringify(config) },
    ...languages.map(({ key, words }) => wordsFile(key, words)),
  ]);
  for (const { pictures } of sites) await copyFiles(path.join(project, 'assets'), pictures);
  return project;
}

/** Where all sites have the pictures that they made: each is made once, as with us. */
export const pictureCache = (folder: string): string => path.join(folder, 'made-pictures');

/** Topics instead of tags and categories; a feed for each language; pictures for all sites. All else is as Hugo has it. */
const commonConfig = (folder: string) => ({
  caches: { images: { dir: pictureCache(folder) } },
  taxonomies: { topic: 'topics' },
  outputs: { home: ['HTML', 'RSS'], section: ['HTML'], taxonomy: ['HTML'], term: ['HTML'] },
  rssLimit: 50,
  // Whether a page is built must not depend on the day of the measurement.
  buildFuture: true,
});

async function themeFiles(css: string, pictures: Pictures): Promise<ProjectFile[]> {
  const layouts = [
    ...(await readFolder(templates('layouts'))),
    ...(await readFolder(templates(`pictures-${pictures}`))),
  ];
  // Their ending keeps tools from taking them for HTML.
  const files = layouts.map((file) => ({
    path: path.join('layouts', file.path.replace(/\.gotmpl$/, '.html')),
    text: file.text,
  }));
  return [...files, { path: 'style.css', text: css }];
}

function* siteFiles(site: NationalSite, folder: string): Generator<ProjectFile> {
  const config = {
    ...commonConfig(folder),
    baseURL: site.url,
    defaultContentLanguage: site.languages[0]?.segment ?? '',
    defaultContentLanguageInSubdir: true,
    languages: Object.fromEntries(
      site.languages.map((language, index) => [
        language.segment,
        { ...languageConfig(site, language, index + 1), contentDir: `content/${language.segment}` },
      ]),
    ),
  };
  yield { path: 'config.yaml', text: stringify(config) };
  for (const { segment, words } of site.languages) yield wordsFile(segment, words);
  for (const language of site.languages) yield* listFiles(language);
  for (const page of site.pages) yield pageFile(page);
}

const languageConfig = (site: NationalSite, { htmlLang, name, words }: SiteLanguage, weight: number) => ({
  weight,
  title: words.siteName ?? '',
  languageName: name,
  languageCode: htmlLang,
  params: {
    country: site.code,
    htmlLang,
    description: words.tagline ?? '',
    email: `${site.code}@learningpassport.example`,
  },
});

const wordsFile = (key: string, words: Readonly<Record<string, string>>): ProjectFile => ({
  path: `i18n/${key}.yaml`,
  text: stringify(Object.fromEntries(Object.entries(words).map(([name, other]) => [name, { other }]))),
});

/** Pages that list others. */
function* listFiles({ segment, words }: SiteLanguage): Generator<ProjectFile> {
  for (const name of ['courses', 'materials', 'groups', 'topics'])
    yield {
      path: `content/${segment}/${name}/_index.md`,
      text: writeText({ title: words[name] ?? name, description: words[`${name}Summary`] ?? '' }, ''),
    };
  for (const name of ['search', 'parents'])
    yield {
      path: `content/${segment}/${name}.md`,
      text: writeText(
        { title: words[name] ?? name, description: words[`${name}Summary`] ?? '', layout: name },
        '',
      ),
    };
  for (const domain of domainsOf(words))
    yield {
      path: `content/${segment}/topics/${domain}/_index.md`,
      text: writeText(
        { title: words[`domain-${domain}`] ?? domain, description: words.topicSummary ?? '' },
        '',
      ),
    };
  yield { path: `content/${segment}/pages/_index.md`, text: writeText({ _build: { render: 'never' } }, '') };
}

function pageFile({ language, kind, target, position, fields, body }: SitePage): ProjectFile {
  const place = `content/${language.segment}${target.slice(0, -1)}`;
  const own: FieldValues = {
    ...fields,
    ...(kind === 'lesson' && { weight: position }),
    ...(kind === 'course' && { layout: 'course' }),
    ...(fields.domains !== undefined && { topics: fields.domains }),
  };
  return {
    path: kind === 'course' ? `${place}/_index.md` : `${place}.md`,
    text: writeText(own, rewriteBody(body, shortcodes)),
  };
}
