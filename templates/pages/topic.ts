import { breadcrumb } from '../components/breadcrumb/breadcrumb.ts';
import { materialFacts } from '../components/material-card/material-card.ts';
import { separated } from '../components/separated.ts';
import { sectionChips, sectionLabel } from '../components/topic-chips/topic-chips.ts';
import { topicShelf } from '../components/topics.ts';
import type { Insertable, SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import { duration } from '../locale/measures.ts';
import type { CourseCard, MaterialCard, TopicPage, TopicSection } from '../model/page.ts';

/** One area of development: courses and materials by age and type, as lines, since there may be many. */
export function topicPage(page: TopicPage): string {
  const { t, language } = page.chrome;
  const overview = { path: `/${language.tag.toLowerCase()}/topics/`, title: t('All topics') };
  const counted = page.sections.map((section) => ({ ...section, count: sizeOf(section) }));
  return document(
    page,
    html`${breadcrumb(page, overview)}
<p class="k">${t('Topic')}</p><h1>${page.title}</h1><p class="lead">${page.summary}</p>
${counted.length > 1 && sectionChips(page, counted)}
${page.sections.map((section) => ageSection(page, section))}
${page.others.length > 0 && html`<h2>${t('Other topics')}</h2>${topicShelf(page, page.others)}`}`,
  );
}

const sizeOf = ({ groups }: TopicSection): number =>
  groups.reduce((sum, { courses, materials }) => sum + courses.length + materials.length, 0);

const ageSection = (page: TopicPage, section: TopicSection): SafeHtml =>
  html`<section aria-labelledby="${section.id}"><h2 id="${section.id}">${sectionLabel(page, section)}</h2>
${section.groups.map(
  ({ label, courses, materials }) =>
    html`<h3>${label}</h3><ul class="plain">${courses.map((course) => courseLine(page, course))}${materials.map((material) => materialLine(page, material))}</ul>
`,
)}</section>
`;

function courseLine(page: TopicPage, course: CourseCard): SafeHtml {
  const { t } = page.chrome;
  return line(page, course, [
    t.plural('{count} lesson', '{count} lessons', course.lessonCount),
    duration(t, course.durationMinutes),
  ]);
}

/** The age already stands above. */
const materialLine = (page: TopicPage, material: MaterialCard): SafeHtml =>
  line(page, material, materialFacts(page, material).slice(1));

const line = (page: TopicPage, card: CourseCard | MaterialCard, facts: readonly Insertable[]): SafeHtml =>
  html`<li><a href="${pageLink(page, card.path)}"${langAttributes(page, card.textLanguage)}>${card.title}</a> <span class="meta">${separated(facts)}</span></li>
`;
