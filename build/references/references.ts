/**
 * Checks what one text says of another: ids in fields, links and anchors, pictures, patches.
 *
 * In: the catalogue and its rendered bodies. Out: diagnostics only.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { RenderedBodies } from '../model/rendered.ts';
import type { PlacedFile } from '../model/source.ts';
import { checkFieldReferences } from './fields.ts';
import { checkFiles } from './files.ts';
import { checkHomes } from './homes.ts';
import { createTargetIndex } from './index-targets.ts';
import { checkLessonsAreListed } from './lessons.ts';
import { checkLinks, renderedOf } from './links.ts';
import { checkOverlays } from './overlays.ts';
import { checkPrerequisites } from './prerequisites.ts';
import { checkSelections } from './selections.ts';

export interface ReferenceContent {
  readonly catalogue: Catalogue;
  readonly bodies: RenderedBodies;
  /** Texts with a fault of their own: they exist, though nothing more is known of them. */
  readonly unreadable: readonly PlacedFile[];
}

export function checkReferences({ catalogue, bodies, unreadable }: ReferenceContent): Diagnostic[] {
  const targets = createTargetIndex(catalogue, unreadable);
  const perText = [...catalogue.folders.values()].flatMap((folder) =>
    [...folder.texts.values(), ...folder.patches.values()].flatMap((text) => [
      ...checkFieldReferences(text, targets, catalogue),
      ...checkFiles(text, folder, catalogue, targets, renderedOf(text, bodies)),
      ...checkLinks(text, targets, bodies),
    ]),
  );
  return [
    ...perText,
    ...checkPrerequisites(catalogue),
    ...checkOverlays(catalogue, targets),
    ...checkLessonsAreListed(catalogue, targets),
    ...checkSelections(catalogue, targets),
    ...checkHomes(catalogue, targets),
  ];
}
