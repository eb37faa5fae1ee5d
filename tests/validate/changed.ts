/** Changes to single lines of the minimal content, by the kind of file. */
import { minimalContent } from '../support/content.ts';

/** Files that are written differently; `null` leaves one out. */
export type Changes = Readonly<Record<string, string | Uint8Array | null>>;

export const paths = {
  course: 'shared/courses/play/index.en.md',
  lesson: 'shared/courses/play/first/index.en.md',
  translation: 'shared/courses/play/first/index.ru.md',
  material: 'shared/materials/bag/index.en.md',
  group: 'shared/groups/talk/index.en.md',
  page: 'shared/pages/about/index.en.md',
  country: 'countries/kg/country.yml',
} as const;

/** @throws Error when nothing changes, so that no test passes by accident */
export function changed(file: string, from: string | RegExp, to: string): Record<string, string> {
  const before = String(minimalContent[file]);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing in ${file} is like ${from}`);
  return { [file]: after };
}

type Change = (from: string | RegExp, to: string) => Record<string, string>;
const of =
  (file: string): Change =>
  (from, to) =>
    changed(file, from, to);

export const course = of(paths.course);
export const lesson = of(paths.lesson);
export const translation = of(paths.translation);
export const material = of(paths.material);
export const group = of(paths.group);
export const page = of(paths.page);
export const country = of(paths.country);

/** The languages of the country, as YAML. */
export const languages = (yaml: string): Record<string, string> =>
  country(/languages:[\s\S]*(?=url:)/, `languages:\n${yaml}`);

/** Another body below the fields of the material. */
export const body = (markdown: string): Record<string, string> => material('Touch.\n', markdown);

/** A country's patch of the material. */
export const patch = (fields: string, locale = 'en'): Record<string, string> => ({
  [`countries/kg/materials/bag/index.${locale}.patch.md`]: `---\n${fields}---\n`,
});
