import type { Locale } from '../../schemas/brands.ts';
import { formatsOf } from '../../templates/locale/formats.ts';
import { describeLanguage } from '../../templates/locale/languages.ts';
import type { Chrome, NavLink } from '../../templates/model/page.ts';
import { type Edition, type EditionLanguage, type Entry, entriesOfKind } from '../model/edition.ts';
import type { SourcePath } from '../model/paths.ts';
import { kindOfTarget } from '../model/place.ts';
import type { PublishedAsset } from '../model/published.ts';
import { hasTopic, isForParents } from './sections.ts';
import { describe, type PagesContext, textIn, titleOf } from './view.ts';

/** What all pages of an edition in one language have in common. */
export function createChrome(context: PagesContext, edition: Edition, language: EditionLanguage): Chrome {
  const { site } = context.catalogue;
  const { country } = edition.country;
  const described = describe(language, context);
  const t = context.translate(language.tag);
  const text = (byLanguage: Readonly<Record<string, string>>): string =>
    textIn(byLanguage, language, context);
  const path = (target: string): string => `/${language.tag.toLowerCase()}${target}`;
  const logo = logoOf(edition, context);
  const ministry: Chrome['ministry'] = country.ministry && {
    name: text(country.ministry.name),
    ...(country.ministry.url !== undefined && { url: country.ministry.url }),
    ...(logo?.widthPx !== undefined &&
      logo.heightPx !== undefined && {
        logo: { path: logo.path, widthPx: logo.widthPx, heightPx: logo.heightPx },
      }),
  };
  const some = (fits: (entry: Entry) => boolean): boolean => edition.entries.values().some(fits);
  const has = (kind: Entry['entry']): boolean =>
    edition.entries.keys().some((target) => kindOfTarget(target) === kind);
  const icons = context.icons(edition);
  return {
    language: described,
    t,
    format: formatsOf(described.htmlLang),
    siteUrl: context.siteUrl(edition),
    countryCode: country.code,
    siteName: text(site.name),
    countryName: text(country.name),
    nav: [
      ...(has('course') ? [{ path: path('/courses/'), label: t('Courses') }] : []),
      ...(has('material') ? [{ path: path('/materials/'), label: t('Materials') }] : []),
      ...(some(hasTopic) ? [{ path: path('/topics/'), label: t('Topics') }] : []),
      ...(country.modules?.parents !== false && some(isForParents)
        ? [{ path: path('/parents/'), label: t('For parents') }]
        : []),
      ...(has('group') ? [{ path: path('/groups/'), label: t('Communities') }] : []),
      { path: path('/search/'), label: t('Search') },
      ...staticLinks(context, edition, language.tag, 'header', path),
    ],
    footer: [
      { path: path('/learning/'), label: t('My learning') },
      ...staticLinks(context, edition, language.tag, 'footer', path),
    ],
    ...(ministry !== undefined && { ministry }),
    partners: (country.partners ?? []).map(({ name, names, url }) => ({
      // The first stands in where none is in this language.
      name: names === undefined ? name : text({ '': name, ...names }),
      ...(url !== undefined && { url }),
    })),
    organisations: [
      ...Object.values(site.name),
      ...(site.publisher === undefined ? [] : [site.publisher]),
      ...Object.values(country.ministry?.name ?? {}),
      ...(country.partners ?? []).flatMap(({ name, names }) => [name, ...Object.values(names ?? {})]),
    ],
    licence: site.licence ?? '',
    contact: {
      ...(country.contact?.email !== undefined && { email: country.contact.email }),
      ...(country.contact?.url !== undefined && { url: country.contact.url }),
    },
    icon: icons.svg.path,
    touchIcon: icons.touch180.path,
    manifest: path('/manifest.webmanifest'),
    scripts: {
      lesson: context.scripts.lesson.path,
      course: context.scripts.course.path,
      home: context.scripts.home.path,
      mirror: context.scripts.mirror.path,
    },
    css: context.css(edition),
  };
}

/** The published sign of the ministry, which stands on every page. */
export const logoOf = ({ country }: Edition, { assets }: PagesContext): PublishedAsset | undefined =>
  assets.get(`countries/${country.code}/${country.country.theme?.logo}` as SourcePath);

function staticLinks(
  context: PagesContext,
  edition: Edition,
  tag: Locale,
  place: 'header' | 'footer',
  path: (target: string) => string,
): NavLink[] {
  return [...entriesOfKind(edition, 'page')]
    .filter((entry) => (entry.fields.nav ?? 'none') === place)
    .map((entry) => {
      const variant = entry.variants.get(tag);
      const label =
        variant === undefined ? entry.id : context.typograph(titleOf(variant, context), variant.locale);
      return {
        path: path(entry.target),
        label,
        ...(variant?.fallback === true && { textLanguage: describeLanguage(variant.locale) }),
      };
    });
}
