import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { SourceFile } from '../model/source.ts';

/** A lesson that no course lists would be on no page. */
export function checkLessonsAreListed(catalogue: Catalogue, unreadable: readonly SourceFile[]): Diagnostic[] {
  const listed = new Set<string>();
  for (const folder of catalogue.folders.values()) {
    if (folder.entry !== 'course') continue;
    for (const text of [...folder.texts.values(), ...folder.patches.values()]) {
      for (const lesson of Array.isArray(text.fields.lessons) ? text.fields.lessons : [])
        listed.add(`${folder.id}/${lesson}`);
    }
  }
  const unknown = new Set(
    unreadable.flatMap(({ place }) =>
      place.kind === 'text' && place.entry === 'course' ? [place.id as string] : [],
    ),
  );
  return [...catalogue.folders.values()].flatMap((folder) => {
    if (folder.entry !== 'lesson' || folder.texts.size === 0 || folder.course === undefined) return [];
    if (listed.has(`${folder.course}/${folder.id}`) || unknown.has(folder.course)) return [];
    const text = folder.texts.get(folder.original ?? ([...folder.texts.keys()][0] as never));
    if (text === undefined) return [];
    const draft = text.fields.status === 'draft' || text.fields.status === 'review';
    return [
      {
        code: 'reference/unlisted-lesson',
        severity: draft ? ('info' as const) : ('error' as const),
        file: text.path,
        ...startOfFile,
        message: `no course lists the lesson "${folder.id}", so that it is on no page`,
        hint: `add "- ${folder.id}" to the lessons of ${folder.path.slice(0, -folder.id.length)}index.*.md, or set "status: draft"`,
      },
    ];
  });
}
