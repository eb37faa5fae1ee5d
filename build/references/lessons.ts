import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { TargetIndex } from './index-targets.ts';

/** A lesson that no course lists would be on no page. */
export function checkLessonsAreListed(catalogue: Catalogue, targets: TargetIndex): Diagnostic[] {
  const lists = new Map<string, string[]>();
  const unknown = new Set<string>();
  const courses = new Set<string>();
  for (const folder of catalogue.folders.values()) {
    if (folder.entry !== 'course') continue;
    if (folder.texts.size > 0) courses.add(folder.id);
    for (const text of [...folder.texts.values(), ...folder.patches.values()]) {
      const { lessons } = text.fields;
      if (Array.isArray(lessons) && lessons.length > 0)
        lists.set(folder.id, [...(lists.get(folder.id) ?? []), ...lessons.map(String)]);
      // What a faulty or forgotten list would have held nobody knows.
      else if (text.place.locale === folder.original) unknown.add(folder.id);
    }
  }
  return [...catalogue.folders.values()].flatMap((folder) => {
    if (folder.entry !== 'lesson' || folder.texts.size === 0 || folder.course === undefined) return [];
    const { course, id } = folder;
    const listed = lists.get(course) ?? [];
    if (listed.includes(id) || unknown.has(course) || targets.unreadable(`/courses/${course}/`).length > 0)
      return [];
    // A misspelt name in the list is reported there.
    const known = targets.ids('lesson', course);
    if (
      listed.some(
        (other) => !known.includes(other) && (suggest(other, known) ?? other.split('/').at(-1)) === id,
      )
    )
      return [];
    const text = folder.texts.get(folder.original ?? ([...folder.texts.keys()][0] as never));
    if (text === undefined) return [];
    const draft = text.fields.status === 'draft' || text.fields.status === 'review';
    return [
      {
        code: 'reference/unlisted-lesson',
        severity: draft ? ('info' as const) : ('error' as const),
        file: text.path,
        ...startOfFile,
        message: `no course lists the lesson "${id}", so that it is on no page`,
        hint: courses.has(course)
          ? `add "- ${id}" to the lessons of ${folder.path.slice(0, -id.length)}index.*.md, or set "status: draft"`
          : `the course "${course}" has no text of its own: add ${folder.path.slice(0, -id.length)}index.en.md`,
      },
    ];
  });
}
