/**
 * Content in which every open field of every kind, every interface string and every accepted construct of Markdown is planted.
 */
import { readFileSync } from 'node:fs';
import gettext from 'gettext-parser';
import type { SchemaName } from '../../../build/schema/schemas.ts';
import { type Role, validatorOf } from '../../../build/validate/validators.ts';
import { type Files, minimalContent } from '../../support/content.ts';
import { createPlanter, type Json, payloads, planted, withValue } from './planting.ts';

export const cover =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" width="640" height="400"><path d="M0 0h9v9"/></svg>';

/** Valid values of the fields that are not open to any text, by file. */
const ages = { fromMonths: 36, toMonths: 84 };
const image = { src: 'cover.svg' };
const alignments = [{ framework: 'play-first', code: payloads[0] }];
/** Markdown: what is planted is written as it has to be. */
const rules = payloads.map((payload) => `- ${payload.replaceAll('<', '\\<')}\n- \`${payload}\``).join('\n');
const common = { status: 'published', updated: '2026-03-01', image };
export const bases: Readonly<Record<string, Json>> = {
  course: {
    ...common,
    audience: ['educator', 'parent'],
    ages,
    lessons: ['l'],
    level: 'beginner',
    isced: 'isced-02',
    domains: ['cognition'],
    alignments,
  },
  lesson: { ...common, durationMinutes: 10, materials: ['m0', 'm1'], discussion: 'g0' },
  material: {
    ...common,
    type: 'activity',
    ages,
    domains: ['cognition'],
    audience: ['educator', 'parent'],
    setting: ['home'],
    durationMinutes: 10,
    alignments,
    related: ['m2'],
  },
  group: { ...common, audience: ['educator'], courses: ['c0'], rules },
  page: { ...common, nav: 'footer' },
  translation: { translation: { of: 'en', by: 'human', reviewed: true }, rules },
  country: {
    code: 'kg',
    languages: [{ tag: 'ru' }, { tag: 'en' }],
    url: 'https://kg.example.org/',
    theme: { accent: '#b23a2e', motif: 'cover.svg' },
    ministry: { url: 'https://edu.example/' },
    partners: payloads.map(() => ({ url: 'https://unicef.example/' })),
    contact: { email: 'kg@example.org', url: 'https://help.example/' },
    frameworks: ['play-first'],
  },
  site: { sourceLanguage: 'en' },
  framework: { country: 'kg', url: 'https://play.example/', codes: [{ code: payloads[0] }] },
};

/** One key on each line, so that a fault has the line of its field. */
export const yaml = (fields: Json | undefined): string =>
  Object.entries(fields as Readonly<Record<string, Json>>)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('');

export const frontMatter = (fields: Json | undefined, body: string): string =>
  `---\n${yaml(fields)}---\n\n${body}\n`;

export function plantedFields(
  name: SchemaName,
  turn: number,
  role: Role = 'original',
  base = bases[name],
): Json | undefined {
  return planted(validatorOf(name, role).schema, base, createPlanter(turn));
}

/** As few texts of each kind as lead to each other. */
export const fewestTurns = 4;

/**
 * @param bodies for each text in turn; what Markdown refuses is not in it
 * @param turns so many texts of each kind; from the first payload on, each has another
 */
export function plantedContent(bodies: readonly string[], turns: number = payloads.length): Files {
  const files: Record<string, string> = {
    ...(minimalContent as Readonly<Record<string, string>>),
    'site.yml': yaml(plantedFields('site', 0)),
    'countries/kg/country.yml': yaml(plantedFields('country', 0)),
    'countries/kg/cover.svg': cover,
    'taxonomy/frameworks/play-first.yml': yaml(plantedFields('framework', 0)),
    'strings/ru.po': plantedStrings('ru', 3, 0),
    'strings/en.po': plantedStrings('en', 2, 4),
  };
  for (const [file, kind, ids] of vocabularies)
    files[`taxonomy/${file}.yml`] = yaml(
      plantedFields('taxonomy', file.length, 'original', { kind, terms: ids.map((id) => ({ id })) }),
    );
  for (let turn = 0; turn < turns; turn++) {
    const body = bodies[turn] ?? '';
    const add = (folder: string, kind: SchemaName, base = bases[kind]): void => {
      files[`shared/${folder}/index.en.md`] = frontMatter(plantedFields(kind, turn, 'original', base), body);
      files[`shared/${folder}/cover.svg`] = cover;
      // Half of them are translated, the other half shown as what stands in.
      if (turn % 2 === 0)
        files[`shared/${folder}/index.ru.md`] = frontMatter(
          plantedFields(kind, turn + 3, 'translation', bases.translation),
          body,
        );
    };
    add(`courses/c${turn}`, 'course');
    add(`courses/c${turn}/l`, 'lesson');
    add(
      `materials/m${turn}`,
      'material',
      turn === 2 ? withValue(bases.material, ['related', '0'], 'm1') : undefined,
    );
    add(`groups/g${turn}`, 'group');
    add(`pages/p${turn}`, 'page');
  }
  files['countries/kg/materials/m3/index.en.patch.md'] = frontMatter(
    { title: payloads[4], summary: payloads[5] },
    '',
  );
  return files;
}

const vocabularies = [
  ['domains', 'domain', ['language-literacy', 'cognition']],
  ['material-types', 'material-type', ['activity', 'story']],
  ['settings', 'setting', ['home', 'classroom']],
  ['audiences', 'audience', ['educator', 'parent']],
  ['levels', 'level', ['beginner', 'intermediate', 'advanced']],
  ['isced', 'isced', ['isced-02']],
] as const;

/** A catalogue in which every word of the interface is planted, with the places for numbers and names that it has to have. */
export function plantedStrings(language: string, forms: number, first: number): string {
  const { translations } = gettext.po.parse(readFileSync('content/strings/en.po', 'utf8'));
  // What stands in braces would be a place for something.
  const words = payloads.filter((payload) => !payload.includes('{'));
  const said = Object.values(translations)
    .flatMap((context) => Object.values(context))
    .filter(({ msgid }) => msgid !== '');
  const quoted = (text: string): string => JSON.stringify(text);
  const entries = said.map(({ msgid, msgctxt, msgid_plural: plural }, index) => {
    const places = [...new Set(msgid.match(/\{[^{}]*\}/g) ?? []), ...(plural?.match(/\{[^{}]*\}/g) ?? [])];
    const word = `${words[(index + first) % words.length]} ${[...new Set(places)].join(' ')}`.trim();
    const context = msgctxt ? `msgctxt ${quoted(msgctxt)}\n` : '';
    const strings =
      plural === undefined
        ? `msgstr ${quoted(word)}\n`
        : `msgid_plural ${quoted(plural)}\n${Array.from({ length: forms }, (_, form) => `msgstr[${form}] ${quoted(word)}\n`).join('')}`;
    return `${context}msgid ${quoted(msgid)}\n${strings}`;
  });
  const rule =
    forms === 2
      ? 'plural=(n != 1)'
      : 'plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)';
  return `msgid ""\nmsgstr ""\n"Language: ${language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=${forms}; ${rule};\\n"\n\n${entries.join('\n')}`;
}
