import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, suggest } from '../diagnostics/suggest.ts';
import type { Text } from '../model/catalogue.ts';
import { type BodyLink, type RenderedBodies, type RenderedBody, rulesPath } from '../model/rendered.ts';
import type { TargetIndex } from './index-targets.ts';

/** Checks that every link between pages leads to a page, and its anchor to a heading there. */
export function checkLinks(text: Text, targets: TargetIndex, bodies: RenderedBodies): Diagnostic[] {
  return renderedOf(text, bodies).flatMap(({ links }) =>
    links.flatMap((link) => checkLink(link, text, targets, bodies)),
  );
}

/** The body of a text, and the rules of a community. */
export const renderedOf = ({ path }: Text, bodies: RenderedBodies): RenderedBody[] =>
  [bodies.get(path), bodies.get(rulesPath(path))].filter((rendered) => rendered !== undefined);

/** Pages that no folder stands behind. */
const lists = new Set([
  '/',
  '/courses/',
  '/materials/',
  '/topics/',
  '/parents/',
  '/groups/',
  '/search/',
  '/learning/',
  '/release/',
]);

function checkLink(link: BodyLink, text: Text, targets: TargetIndex, bodies: RenderedBodies): Diagnostic[] {
  const fault = (code: string, message: string, hint: string): Diagnostic[] => [
    { code, severity: 'error', file: text.path, ...link.range, message, hint },
  ];
  if (link.target !== '' && !lists.has(link.target) && !targets.has(link.target)) {
    return fault('link/broken', `there is no page ${link.target}`, meant(link.target, targets));
  }
  if (link.fragment === '') return [];
  const anchors =
    link.target === '' ? anchorsOf(text, bodies) : anchorsAt(link.target, text, targets, bodies);
  if (anchors === undefined || anchors.includes(link.fragment)) return [];
  const hint =
    didYouMean(link.fragment, anchors)?.replace('"', '"#') ??
    (anchors.length > 0
      ? `the headings there are: ${anchors
          .slice(0, 10)
          .map((anchor) => `#${anchor}`)
          .join(', ')}${anchors.length > 10 ? ' …' : ''}`
      : `no heading stands there; remove "#${link.fragment}"`);
  return fault(
    'link/anchor',
    `there is no heading #${link.fragment} on ${link.target === '' ? 'this page' : link.target}`,
    hint,
  );
}

function meant(target: string, targets: TargetIndex): string {
  const all = targets.targets();
  const [parent, id] = splitTarget(target);
  const siblings = all.filter((other) => splitTarget(other)[0] === parent);
  const sameId = all.find((other) => splitTarget(other)[1] === id);
  const near = suggest(
    id,
    siblings.map((sibling) => splitTarget(sibling)[1]),
  );
  const found = near === undefined ? sameId : `${parent}${near}/`;
  return found === undefined
    ? 'links are written without language: /courses/<course>/<lesson>/ or /materials/<material>/'
    : `did you mean ${found}?`;
}

/** `/courses/play/`, `first` */
function splitTarget(target: string): [parent: string, id: string] {
  const at = target.lastIndexOf('/', target.length - 2) + 1;
  return [target.slice(0, at), target.slice(at, -1)];
}

/** Headings and quizzes. */
function anchorsOf(text: Text, bodies: RenderedBodies): string[] | undefined {
  const rendered = bodies.get(text.path);
  return (
    rendered && [...rendered.body.headings.map((heading) => heading.id), ...rendered.quizPositions.keys()]
  );
}

/** Headings of the target in the language of the link; where that language has no text, of any text that may stand in. */
function anchorsAt(
  target: string,
  text: Text,
  targets: TargetIndex,
  bodies: RenderedBodies,
): string[] | undefined {
  if (targets.unreadable(target).length > 0) return undefined;
  const folders = targets.folders(target);
  const same = folders.flatMap((folder) => folder.texts.get(text.place.locale) ?? []);
  const texts = same.length > 0 ? same : folders.flatMap((folder) => [...folder.texts.values()]);
  const found = texts.map((candidate) => anchorsOf(candidate, bodies));
  return found.some((anchors) => anchors === undefined) || found.length === 0
    ? undefined
    : found.flatMap((anchors) => anchors ?? []);
}
