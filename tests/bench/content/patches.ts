/**
 * National changes of single fields of shared materials.
 */
import type { BaseCountry } from './base-content.ts';
import { composeText, hashOf } from './compose.ts';
import { writeText } from './front-matter.ts';
import { Prose, type WritingLanguage } from './prose.ts';
import { createRandom } from './random.ts';
import type { EntryPlan } from './tree-plan.ts';

export interface PlannedPatch {
  /** Below the content folder. */
  readonly file: string;
  readonly text: string;
}

const patchedShare = 0.01;

/** For each country a few of the shared materials that exist in its own language. */
export function planPatches(
  entries: readonly EntryPlan[],
  countries: readonly BaseCountry[],
  { seed, languages }: { readonly seed: number; readonly languages: ReadonlyMap<string, WritingLanguage> },
): PlannedPatch[] {
  const materials = entries.filter(({ scope, kind }) => scope === 'shared' && kind === 'material');
  return countries.flatMap(({ code, sourceLanguage: tag }) => {
    const language = languages.get(tag);
    const candidates = materials.filter((material) => material.languages.includes(tag));
    if (language === undefined) return [];
    const random = createRandom(seed, 'patches', code);
    return random.sample(candidates, Math.ceil(materials.length * patchedShare)).map((material) => {
      const prose = new Prose(language, createRandom(seed, 'patch', code, material.id));
      const fields = {
        summary: prose.short(190),
        durationMinutes: random.between(5, 60),
        basedOn: hashOf(composeText(material, tag, languages, seed), material),
      };
      const file = `countries/${code}/materials/${material.id}/index.${tag}.patch.md`;
      return { file, text: writeText(fields, '') };
    });
  });
}
