/**
 * The text as its page shows it, made by the renderer and with the style sheet of the sites.
 */
import type { Locale } from '../../../schemas/brands.ts';
import { type Placement, placeBody } from '../../../templates/body/place-body.ts';
import { html, type SafeHtml } from '../../../templates/html.ts';
import { formatsOf } from '../../../templates/locale/formats.ts';
import { describeLanguage } from '../../../templates/locale/languages.ts';
import { createTranslate } from '../../../templates/locale/translate.ts';
import { typographText } from '../../markdown/markdown.ts';
import { mediaTypeOf } from '../../model/media-types.ts';
import { type EditorFacts, messagesOf } from '../facts.ts';
import { blobNamed } from './blob-files.ts';
import type { EditorContext } from './editor-context.ts';
import { type OpenEntry, pathOf, processEntry } from './entry-form.ts';
import { openEntry } from './open-entry.ts';
import { localeAround } from './pane.client.ts';
import { type Component, element, type PreviewProps } from './react.client.ts';

export const previewOf = (context: EditorContext): Component =>
  window.createClass<PreviewProps>({
    render() {
      const { entry, getAsset, document } = this.props;
      const tag = localeAround(document.defaultView?.frameElement);
      const open = tag && openEntry(entry, tag, context.collections);
      if (open === undefined || tag === undefined) return null;
      const { htmlLang, dir } = describeLanguage(tag);
      const addressOf = (name: string): string | undefined =>
        blobNamed(name) ?? savedPictures.addressOf(name, getAsset, () => this.forceUpdate());
      const __html = articleOf(open, tag, addressOf, context.facts).toString();
      return element('main', {
        lang: htmlLang,
        dir,
        style: { padding: '1rem' },
        dangerouslySetInnerHTML: { __html },
      });
    },
  });

/** Pictures of the repository, by their paths: Sveltia fetches each when it is asked for. */
const savedPictures = {
  known: new Map<string, string | undefined>(),
  addressOf(name: string, getAsset: PreviewProps['getAsset'], tell: () => void): string | undefined {
    const asset = getAsset(name);
    if (asset === undefined) return undefined;
    const key = `${asset.path} ${name}`;
    if (!this.known.has(key)) {
      this.known.set(key, undefined);
      const type = mediaTypeOf(/\.\w+$/.exec(name)?.[0] ?? '');
      void asset.toBase64().then((bytes) => {
        this.known.set(key, `data:${type};base64,${bytes}`);
        tell();
      });
    }
    return this.known.get(key);
  },
};

function articleOf(
  entry: OpenEntry,
  locale: Locale,
  addressOf: (name: string) => string | undefined,
  facts: EditorFacts,
): SafeHtml {
  const values = entry.values.get(locale) ?? {};
  const words = (name: string): string => typographText(String(values[name] ?? ''), locale);
  const place = placementOf(locale, addressOf, facts);
  const body = bodyOf(entry, locale, facts);
  const image = pictureOf(values.image, addressOf);
  return html`<article>
<h1>${words('title')}</h1>
<p class="lead">${words('summary')}</p>
${image}
<div class="text">${body === undefined ? '' : placeBody(body.parts, place)}</div>
</article>`;
}

/** The text alone: as long as the fields are at fault, the words can still be looked at. */
function bodyOf(entry: OpenEntry, locale: Locale, facts: EditorFacts) {
  try {
    return processEntry(entry, facts).bodies.get(pathOf(entry, locale))?.body;
  } catch {
    return undefined;
  }
}

function pictureOf(image: unknown, addressOf: (name: string) => string | undefined): SafeHtml | '' {
  if (typeof image !== 'object' || image === null || !('src' in image)) return '';
  const address = addressOf(String(image.src));
  const alt = 'alt' in image ? String(image.alt) : '';
  return address === undefined ? '' : html`<img src="${address}" alt="${alt}">`;
}

function placementOf(
  locale: Locale,
  addressOf: (name: string) => string | undefined,
  facts: EditorFacts,
): Placement {
  const { htmlLang } = describeLanguage(locale);
  return {
    t: createTranslate(messagesOf(facts, locale)),
    format: formatsOf(htmlLang),
    // Of no use in a frame of the editor, which does not leave its page.
    href: (target, fragment) => (target in facts.pages ? `#${fragment}` : undefined),
    picture(src) {
      const address = addressOf(src);
      return address === undefined ? undefined : { path: address, widthPx: 672, heightPx: 420 };
    },
    assetHref: (path) => path,
    file: (src) => ({ href: `#${src}`, bytes: 0 }),
  };
}
