import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, suggest } from '../diagnostics/suggest.ts';
import type { Text } from '../model/catalogue.ts';
import type { BodyLink, RenderedBodies } from '../model/rendered.ts';
import type { TargetIndex } from './index-targets.ts';

/** Checks that every link between pages leads to a page, and its anchor to a heading there. */
export function checkLinks(text: Text, targets: TargetIndex, bodies: RenderedBodies): Diagnostic[] {
  return (bodies.get(text.path)?.links ?? []).flatMap((link) => checkLink(link, text, targets, bodies));
}

/** Pages that no folder stands behind. */
const lists = new Set(['/', '/courses/', '/materials/', '/groups/', '/search/']);

function checkLink(link: BodyLink, text: Text, targets: TargetIndex, bodies: RenderedBodies): Diagnostic[] {
  const fault = (code: string, message: string, hint?: string): Diagnostic[] => [
    { code, severity: 'error', file: text.path, ...link.range, message, ...(hint !== undefined && { hint }) },
  ];
  if (link.target !== '' && !lists.has(link.target) && !targets.has(link.target)) {
    return fault('link/broken', `there is no page ${link.target}`, meant(link.target, targets));
  }
  if (link.fragment === '') return [];
  const anchors =
    link.target === '' ? anchorsOf(text, bodies) : anchorsAt(link.target, text, targets, bodies);
  if (anchors === undefined || anchors.includes(link.fragment)) return [];
  const hint =
    didYouMean(link.fragment, anchors) ??
    (anchors.length > 0
      ? `the headings there are: ${anchors.map((anchor) => `#${anchor}`).join(', ')}`
      : undefined);
  return fault(
    'link/anchor',
    `there is no heading #${link.fragment} on ${link.target === '' ? 'this page' : link.target}`,
    hint,
  );
}

function meant(target: string, targets: TargetIndex): string | undefined {
  const found = suggest(target, targets.targets());
  return found === undefined
    ? 'links are written without language: /courses/<course>/<lesson>/ or /materials/<material>/'
    : `did you mean ${found}?`;
}

const anchorsOf = (text: Text, bodies: RenderedBodies): string[] | undefined =>
  bodies.get(text.path)?.body.headings.map((heading) => heading.id);

/** Headings of the target in the language of the link; where that language has no text, of any text that may stand in. */
function anchorsAt(
  target: string,
  text: Text,
  targets: TargetIndex,
  bodies: RenderedBodies,
): string[] | undefined {
  const folders = targets.folders(target);
  const same = folders.flatMap((folder) => folder.texts.get(text.place.locale) ?? []);
  const texts = same.length > 0 ? same : folders.flatMap((folder) => [...folder.texts.values()]);
  const found = texts.map((candidate) => anchorsOf(candidate, bodies));
  return found.some((anchors) => anchors === undefined) || found.length === 0
    ? undefined
    : found.flatMap((anchors) => anchors ?? []);
}
