/**
 * A configuration of Eleventy as somebody would write it who knows Eleventy: Nunjucks for layouts, Eleventy's own Markdown for texts,
 * with the two plugins of markdown-it that the texts need, and one collection that finds pages fast.
 */
import { readFileSync } from 'node:fs';
import definitions from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { makePictures, publishedPicture } from './pictures.js';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const site = JSON.parse(read('site.json'));

export default function configure(config) {
  config.setQuietMode(true);
  config.setUseGitIgnore(false);
  config.addGlobalData('site', site);
  config.addGlobalData('css', read('style.css'));
  config.addPassthroughCopy({ static: '/' });
  config.on('eleventy.before', ({ directories }) => makePictures(directories.output));
  config.addFilter('picture', publishedPicture);
  let markdown;
  config.amendLibrary('md', (md) => {
    markdown = md.use(footnotes).use(definitions).use(anchors).use(pictures);
  });
  config.addCollection('byLanguage', (api) => groupByLanguage(api.getAll()));
  config.addFilter('markdown', (text) => markdown.render(text));
  config.addFilter('isoDate', (date) => date.toISOString().slice(0, 10));
  config.addFilter('shortDate', (date) => date.toISOString().slice(0, 10).split('-').reverse().join('.'));
  config.addFilter('years', (ages) => `${ages.fromMonths / 12}–${ages.toMonths / 12}`);
  config.addFilter('minutesOf', (lessons) =>
    lessons.reduce((sum, { data }) => sum + data.durationMinutes, 0),
  );
  config.addFilter('lesson', (resource, minutes, url, segment, course) => ({
    ...resource,
    ...(minutes && { timeRequired: `PT${minutes}M` }),
    ...(course && { isPartOf: { '@type': 'Course', '@id': `${url}${segment}${course}` } }),
  }));
  config.addFilter('crumbs', crumbs);
  config.addFilter('json', (value) => JSON.stringify(value).replaceAll('<', '\\u003c'));
  return {
    dir: { input: 'src', includes: '../_includes' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
  };
}

/** The pages of each language: lists in the order of their titles, and every page by its address without language. */
function groupByLanguage(all) {
  const languages = Object.fromEntries(
    site.languages.map(({ segment }) => [
      segment,
      { courses: [], materials: [], groups: [], pages: [], byTarget: {} },
    ]),
  );
  for (const page of all) {
    const { segment, kind, target } = page.data;
    const language = languages[segment];
    if (language === undefined || kind === undefined) continue;
    language.byTarget[target] = page;
    if (kind !== 'lesson') language[`${kind}s`].push(page);
  }
  for (const [segment, language] of Object.entries(languages)) {
    const collator = new Intl.Collator(segment);
    for (const kind of ['courses', 'materials', 'groups', 'pages'])
      language[kind].sort((a, b) => collator.compare(a.data.title, b.data.title));
    for (const course of language.courses)
      course.data.lessonPages = course.data.lessons.map(
        (id) => language.byTarget[`${course.data.target}${id}/`],
      );
    language.materialTypes = byType(language.materials);
    language.topics = site.domains.map((id) => topicOf(id, language)).filter(({ count }) => count > 0);
    language.forParents = forParents(language);
  }
  return languages;
}

const byType = (materials) => [...Map.groupBy(materials, ({ data }) => data.materialType)];

const ageBands = [36, 48, 60].map((from) => ({ from, to: from + 12 }));

function topicOf(id, { courses, materials }) {
  const within = (pages) => pages.filter(({ data }) => data.domains.includes(id));
  const [itsCourses, itsMaterials] = [within(courses), within(materials)];
  const bands = ageBands.map(({ from, to }) => {
    const fits = ({ data: { ages } }) => ages.fromMonths < to && ages.toMonths > from;
    const [fittingCourses, fitting] = [itsCourses.filter(fits), itsMaterials.filter(fits)];
    const count = fittingCourses.length + fitting.length;
    return { from, to, count, courses: fittingCourses, types: byType(fitting) };
  });
  return {
    id,
    count: itsCourses.length + itsMaterials.length,
    types: byType(itsMaterials),
    bands: bands.filter(({ count }) => count > 0),
  };
}

function forParents({ courses, materials }) {
  const isForParents = ({ data }) => data.audience.includes('parent') || data.setting?.includes('home');
  const chosen = materials.filter(isForParents);
  return { courses: courses.filter(isForParents), materials: chosen, types: byType(chosen) };
}

/** The way from the start page, for search engines. */
function crumbs(byTarget, target, segment, words, url) {
  const parts = target.split('/').slice(1, -1);
  const targets = ['/', ...parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}/`)];
  return targets.map((address, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: byTarget[address]?.data.title ?? words[parts[index - 1]] ?? words.siteName,
    item: `${url}${segment}${address}`,
  }));
}

/** Pictures in texts. */
function pictures(md) {
  const { image } = md.renderer.rules;
  md.renderer.rules.image = (tokens, index, ...others) => {
    tokens[index].attrSet('src', publishedPicture(tokens[index].attrGet('src')));
    return image(tokens, index, ...others);
  };
}

/** Ids of headings. */
function anchors(md) {
  md.core.ruler.push('anchors', ({ tokens }) => {
    for (const [index, token] of tokens.entries())
      if (token.type === 'heading_open')
        token.attrSet('id', tokens[index + 1].content.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'));
  });
}
