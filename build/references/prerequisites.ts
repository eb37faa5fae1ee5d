import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Catalogue, Text } from '../model/catalogue.ts';

/** Reports courses that wait for each other: nobody could begin with any of them. */
export function checkPrerequisites(catalogue: Catalogue): Diagnostic[] {
  const courses = new Map<string, Text>();
  for (const { entry, id, original, texts } of catalogue.folders.values()) {
    const text = original === undefined ? undefined : texts.get(original);
    if (entry === 'course' && text !== undefined && !courses.has(id)) courses.set(id, text);
  }
  const diagnostics: Diagnostic[] = [];
  const done = new Set<string>();
  const follow = (id: string, path: readonly string[]): void => {
    const text = courses.get(id);
    if (text === undefined) return;
    const way = [...path, id];
    for (const [index, other] of idsOf(text).entries()) {
      const start = way.indexOf(other);
      if (start >= 0) diagnostics.push(circle(text, index, [...way.slice(start), other]));
      else if (!done.has(other)) follow(other, way);
    }
    done.add(id);
  };
  for (const id of courses.keys()) if (!done.has(id)) follow(id, []);
  return diagnostics;
}

const idsOf = ({ fields: { prerequisites } }: Text): readonly string[] =>
  Array.isArray(prerequisites) ? prerequisites : [];

const circle = (text: Text, index: number, ids: readonly string[]): Diagnostic => ({
  code: 'reference/circle',
  severity: 'error',
  file: text.path,
  ...text.positions.value(['prerequisites', index]),
  message: `the courses wait for each other in a circle: ${ids.join(' → ')}`,
  hint: `remove "${ids.at(-1)}" here, or another of these steps`,
});
