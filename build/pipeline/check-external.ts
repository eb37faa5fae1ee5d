/**
 * Links to other sites, in texts and in fields, as a part of a check.
 */
import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { checkWebLinks, type WebLinkOptions } from '../external/check-web-links.ts';
import { renderBodies } from '../markdown/bodies.ts';
import { type CountryFolders, noCountryFolders } from '../model/content-folders.ts';
import type { Document } from '../model/document.ts';
import type { LocatedWebLink } from '../model/rendered.ts';
import { parseContent } from '../parse/parse.ts';
import type { CheckedContent } from '../pipeline.ts';
import { type ContentList, listContent } from '../read/list-content.ts';
import { readTexts } from '../read/read.ts';
import { loadSchema } from '../schema/schemas.ts';
import { leavesOf } from '../schema/walk.ts';
import { readTextsOf } from './read-texts-of.ts';

/** The content with what is to be said of its links to other sites. */
export async function withExternalLinks(
  content: CheckedContent,
  contentFolder: string,
  options: WebLinkOptions,
  countryFolders: CountryFolders = noCountryFolders,
): Promise<CheckedContent> {
  const list = listContent(contentFolder, countryFolders);
  const inBodies = [...content.catalogue.folders.values()].flatMap((folder) => renderBodies(folder).webLinks);
  const found = await checkWebLinks([...inBodies, ...linksInFields(list)], options);
  const diagnostics = sortDiagnostics([...content.diagnostics, ...found]);
  return { ...content, diagnostics, texts: readTextsOf(diagnostics, list) };
}

/** Of countries and frameworks. The address of a national site is none of another. */
function linksInFields({ texts }: ContentList): LocatedWebLink[] {
  const data = texts.filter(({ place, unread }) => !unread && ['country', 'framework'].includes(place.kind));
  return parseContent(readTexts(data).files).documents.flatMap((document) =>
    addressesIn(document).filter(
      ({ href }) => document.place.kind !== 'country' || href !== document.data.url,
    ),
  );
}

function addressesIn({ place, path, data, positions }: Document): LocatedWebLink[] {
  if (place.kind !== 'country' && place.kind !== 'framework') return [];
  return leavesOf(loadSchema(place.kind), data)
    .filter(({ schema, value }) => schema.format === 'uri' && /^https?:/i.test(value) && URL.canParse(value))
    .map(({ value, pointer }) => ({ file: path, href: value, range: positions.value(pointer) }));
}
