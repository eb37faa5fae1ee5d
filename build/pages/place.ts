/**
 * Places a rendered body into a page of this country: links that lead somewhere here, pictures, words of the interface.
 */
import { type Placement, placeBody } from '../../templates/body/place-body.ts';
import type { SafeHtml } from '../../templates/html.ts';
import { relativeHref } from '../../templates/link.ts';
import { formatsOf } from '../../templates/locale/formats.ts';
import { describeLanguage } from '../../templates/locale/languages.ts';
import type { RichText } from '../../templates/model/body.ts';
import type { Variant } from '../model/edition.ts';
import { rulesPath } from '../model/rendered.ts';
import { mirrorTarget } from './mirror-page.ts';
import { releaseTarget } from './release-page.ts';
import { findAsset, pictureSource, type View } from './view.ts';

export function placeBodyOf(variant: Variant, pagePath: string, view: View): SafeHtml {
  const parts = view.context.bodies.get(variant.bodySource)?.body.parts ?? [];
  return placeBody(inScriptOf(variant, parts, view), createPlacement(variant, pagePath, view));
}

/** The rules of a community are Markdown too, rendered beside the body. */
export function placeRulesOf(variant: Variant, pagePath: string, view: View): SafeHtml | undefined {
  const rendered = view.context.bodies.get(rulesPath(variant.rulesSource ?? variant.bodySource));
  return rendered === undefined
    ? undefined
    : placeBody(inScriptOf(variant, rendered.body.parts, view), createPlacement(variant, pagePath, view));
}

const inScriptOf = (
  { convertedFrom, locale }: Variant,
  parts: RichText,
  { context: { converter } }: View,
): RichText => (convertedFrom === undefined ? parts : converter(convertedFrom, locale).richText(parts));

function createPlacement(variant: Variant, pagePath: string, view: View): Placement {
  const { context } = view;
  const own = variant.locale === view.language.tag;
  return {
    t: own ? view.chrome.t : context.translate(variant.locale),
    format: own ? view.chrome.format : formatsOf(describeLanguage(variant.locale).htmlLang),
    href(target, fragment) {
      const anchor = fragment === '' ? '' : `#${fragment}`;
      if (target === '') return anchor;
      return hasPage(target, view) ? relativeHref(pagePath, view.path(target) + anchor) : undefined;
    },
    picture: (src) => pictureSource(findAsset(variant, src, view)),
    assetHref: (path) => relativeHref(pagePath, path),
    file(src) {
      const asset = findAsset(variant, src, view);
      return asset && { href: relativeHref(pagePath, asset.path), bytes: asset.sizeBytes };
    },
  };
}

/** Whether this country has a page under a language-free address. */
export function hasPage(target: string, view: View): boolean {
  return (
    view.entry(target) !== undefined ||
    target === '/' ||
    target === '/search/' ||
    target === '/learning/' ||
    target === releaseTarget ||
    target === mirrorTarget ||
    view.chrome.nav.some(({ path }) => path === view.path(target))
  );
}
