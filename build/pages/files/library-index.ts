/**
 * All materials of a language in one file, for the script of the library: asked for when somebody filters a library that takes
 * more than one page, and not before.
 */
import type { LibraryIndex } from '../../../templates/client/library/library-index.ts';
import { materialFacts } from '../../../templates/components/material-card/material-card.ts';
import { thumbnailPath } from '../../../templates/components/picture/renditions.ts';
import { pageLink } from '../../../templates/link.ts';
import { publishedName } from '../../model/published.ts';
import { materialCard } from '../cards.ts';
import { facetWords, libraryOf, libraryTarget, materialsPerPage } from '../library.ts';
import type { View } from '../view.ts';

interface IndexFile {
  /** Site path, with the digest of the content. */
  readonly path: string;
  readonly content: string;
}

const files = new WeakMap<View, IndexFile>();

/** Returns the file; nothing where the script finds all materials in the page. */
export function libraryIndex(view: View): IndexFile | undefined {
  if (libraryOf(view).materials.length <= materialsPerPage) return undefined;
  const file = files.get(view) ?? makeIndex(view);
  files.set(view, file);
  return file;
}

export const libraryIndexPath = (view: View): string | undefined => libraryIndex(view)?.path;

function makeIndex(view: View): IndexFile {
  const page = { path: view.path(libraryTarget), chrome: view.chrome };
  const index: LibraryIndex = libraryOf(view).materials.map((material) => {
    const card = materialCard(material, view);
    const { id, title, summary, image, textLanguage } = card;
    return {
      id,
      title,
      summary,
      kicker: card.type.label,
      facts: materialFacts(page, card),
      words: facetWords(material),
      ...(textLanguage !== undefined && { lang: textLanguage.htmlLang, dir: textLanguage.dir }),
      ...(image !== undefined && {
        image: [pageLink(page, thumbnailPath(image)), image.widthPx, image.heightPx] as const,
      }),
    };
  });
  const content = JSON.stringify(index);
  const name = `materials-${view.language.tag}`;
  return { path: publishedName(name, '.json', Buffer.from(content)), content };
}
