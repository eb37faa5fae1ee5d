/**
 * Checks of a national version that a schema cannot express.
 */
import { isLocale, type Locale } from '../../schemas/brands.ts';
import type { Framework } from '../../schemas/types.generated.ts';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { isLanguage } from '../diagnostics/language-tag.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { CountryDocument } from '../model/catalogue.ts';
import type { Pointer } from '../model/document.ts';
import { type SourcePath, toSourcePath } from '../model/paths.ts';
import { isScriptPair, scriptPairs } from '../model/script-pairs.ts';
import type { Asset } from '../model/source.ts';
import { suggestLanguage } from './languages.ts';

export interface CountryContext {
  readonly sourceLanguage: Locale;
  readonly strings: ReadonlyMap<Locale, MessageCatalogue>;
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly assets: ReadonlyMap<SourcePath, Asset>;
}

export function checkCountries(countries: readonly CountryDocument[], context: CountryContext): Diagnostic[] {
  return countries.flatMap((country) => checkCountry(country, context));
}

type Report = (pointer: Pointer, code: string, message: string, hint: string, severity?: Severity) => void;

function checkCountry(subject: CountryDocument, context: CountryContext): Diagnostic[] {
  const { country, document, code } = subject;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (pointer, fault, message, hint, severity = 'error') => {
    diagnostics.push({
      code: `country/${fault}`,
      severity,
      file: document.path,
      ...document.positions.value(pointer),
      message,
      hint,
    });
  };
  if (country.code !== code)
    report(['code'], 'code', `code: "${country.code}" is not the name of the folder`, `write ${code}`);
  checkLanguages(subject, context, report);
  for (const [index, framework] of (country.frameworks ?? []).entries()) {
    const known = [...context.frameworks.keys()];
    if (!known.includes(framework))
      report(
        ['frameworks', index],
        'framework',
        `frameworks[${index}]: there is no framework "${framework}" in content/taxonomy/frameworks/`,
        didYouMean(framework, known) ??
          `add content/taxonomy/frameworks/${framework}.yml, or remove the line`,
      );
  }
  for (const field of ['logo', 'motif'] as const) {
    const file = country.theme?.[field];
    if (file === undefined) continue;
    const files = [...context.assets.keys()]
      .filter((path) => path.startsWith(`countries/${code}/`))
      .map((path) => path.slice(`countries/${code}/`.length));
    if (!context.assets.has(toSourcePath(`countries/${code}/${file}`)))
      report(
        ['theme', field],
        'file',
        `theme.${field}: there is no file "${file}" beside country.yml`,
        didYouMean(file, files) ?? `put the file into content/countries/${code}/`,
      );
  }
  if (country.theme?.logo !== undefined && country.ministry === undefined)
    report(
      ['theme', 'logo'],
      'logo',
      'theme.logo: the sign is shown beside the name of the ministry, and there is none',
      'add ministry: with its name, or remove the line',
      'warning',
    );
  return diagnostics;
}

function checkLanguages({ country }: CountryDocument, context: CountryContext, report: Report): void {
  const { languages } = country;
  const tags = languages.map((language) => language.tag);
  const known = [...new Set(['en' as Locale, context.sourceLanguage, ...context.strings.keys()])];
  const published = [...tags, context.sourceLanguage];
  const checkTag = (tag: string, pointer: Pointer, name: string): void => {
    if (!isLocale(tag) || known.includes(tag as Locale) || isLanguage(tag)) return;
    const meant = suggestLanguage(tag, known);
    report(
      pointer,
      'language',
      `${name}: "${tag}" is no language`,
      meant === undefined
        ? `use one of: ${known.join(', ')}; or add content/strings/${tag}.po for a language of your own`
        : `did you mean "${meant}"?`,
    );
  };
  for (const [index, language] of languages.entries()) {
    const name = `languages[${index}]`;
    checkTag(language.tag, ['languages', index, 'tag'], `${name}.tag`);
    const isConverted =
      isScriptPair(language.transliterate as Locale, language.tag as Locale) &&
      known.includes(language.transliterate as Locale);
    if (!known.includes(language.tag as Locale) && !isConverted && isLanguage(language.tag)) {
      const message = `${name}.tag: "${language.tag}" has no interface strings yet; English words stand in`;
      report(
        ['languages', index, 'tag'],
        'strings',
        message,
        `translate content/strings/en.po to content/strings/${language.tag}.po`,
        'warning',
      );
    }
    if (tags.indexOf(language.tag) < index)
      report(
        ['languages', index, 'tag'],
        'language-twice',
        `${name}.tag: "${language.tag}" is listed twice`,
        'remove one of the two',
      );
    for (const [position, tag] of (language.fallback ?? []).entries()) {
      const pointer = ['languages', index, 'fallback', position];
      checkTag(tag, pointer, `${name}.fallback[${position}]`);
      if (!published.includes(tag) && (known.includes(tag as Locale) || isLanguage(tag)))
        report(
          pointer,
          'fallback',
          `${name}.fallback[${position}]: "${tag}" is not a language of this site`,
          `add "- tag: ${tag}" to the languages, or remove it here`,
        );
    }
    const { transliterate } = language;
    if (transliterate === undefined) continue;
    checkTag(transliterate, ['languages', index, 'transliterate'], `${name}.transliterate`);
    if (transliterate === language.tag)
      report(
        ['languages', index, 'transliterate'],
        'transliterate',
        `${name}.transliterate: a language cannot be converted from itself`,
        'name the language in the other script, or remove the line',
      );
    else if (!isScriptPair(transliterate as Locale, language.tag as Locale) && isLanguage(transliterate))
      report(
        ['languages', index, 'transliterate'],
        'transliterate',
        `${name}.transliterate: nothing converts "${transliterate}" into "${language.tag}"`,
        `there are ${scriptPairs.map(([from, to]) => `${from} → ${to}`).join(', ')}; for any other language write the texts, or say "fallback: [${transliterate}]"`,
      );
  }
  for (const { tags: circle, index, position } of findCircles(languages)) {
    report(
      ['languages', index, 'fallback', position],
      'fallback-cycle',
      `the languages stand in for each other in a circle: ${circle.join(' → ')}`,
      `remove "${circle.at(-1)}" here, or another of these steps`,
    );
  }
  if (country.sourceLanguage !== undefined)
    checkTag(country.sourceLanguage, ['sourceLanguage'], 'sourceLanguage');
}

interface Circle {
  /** The languages in their order, the first one again at the end. */
  readonly tags: readonly string[];
  /** The language whose fallback closes the circle. */
  readonly index: number;
  /** Which of its fallbacks. */
  readonly position: number;
}

/** At most one circle for each language, at the fallback that leads back to a language on the way to it. */
function findCircles(languages: CountryDocument['country']['languages']): Circle[] {
  const circles: Circle[] = [];
  const done = new Set<string>();
  const follow = (tag: string, path: readonly string[]): void => {
    done.add(tag);
    const index = languages.findIndex((language) => language.tag === tag);
    const fallback = languages[index]?.fallback ?? [];
    const way = [...path, tag];
    const position = fallback.findIndex((other) => way.includes(other));
    const back = fallback[position];
    if (back !== undefined) circles.push({ tags: [...way.slice(way.indexOf(back)), back], index, position });
    for (const other of fallback) if (!done.has(other)) follow(other, way);
  };
  for (const { tag } of languages) if (!done.has(tag)) follow(tag, []);
  return circles;
}
