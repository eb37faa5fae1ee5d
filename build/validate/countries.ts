/**
 * Checks of a national version that a schema cannot express.
 */
import { isLocale, type Locale } from '../../schemas/brands.ts';
import type { Framework } from '../../schemas/types.generated.ts';
import type { MessageCatalogue } from '../../templates/locale/translate.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { CountryDocument } from '../model/catalogue.ts';
import type { Pointer } from '../model/document.ts';
import { type SourcePath, toSourcePath } from '../model/paths.ts';
import type { Asset } from '../model/source.ts';
import { isLanguage, suggestLanguage } from './languages.ts';

export interface CountryContext {
  readonly sourceLanguage: Locale;
  readonly strings: ReadonlyMap<Locale, MessageCatalogue>;
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly assets: ReadonlyMap<SourcePath, Asset>;
}

export function checkCountries(countries: readonly CountryDocument[], context: CountryContext): Diagnostic[] {
  return [...countries.flatMap((country) => checkCountry(country, context)), ...checkUrls(countries)];
}

type Report = (pointer: Pointer, code: string, message: string, hint?: string, severity?: Severity) => void;

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
      ...(hint !== undefined && { hint }),
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
        didYouMean(framework, known),
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
        didYouMean(file, files),
      );
  }
  return diagnostics;
}

function checkLanguages({ country }: CountryDocument, context: CountryContext, report: Report): void {
  const { languages } = country;
  const tags = languages.map((language) => language.tag);
  const known = [...new Set([context.sourceLanguage, ...context.strings.keys()])];
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
    if (!known.includes(language.tag as Locale) && isLanguage(language.tag)) {
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
      );
  }
  for (const cycle of findCycles(languages)) {
    report(
      ['languages', tags.indexOf(cycle[0] ?? ''), 'fallback'],
      'fallback-cycle',
      `the languages stand in for each other in a circle: ${cycle.join(' → ')}`,
      'remove one of these steps',
    );
  }
  if (country.sourceLanguage !== undefined)
    checkTag(country.sourceLanguage, ['sourceLanguage'], 'sourceLanguage');
}

/** Each circle of fallbacks once, as the row of its languages with the first one again at the end. */
function findCycles(languages: CountryDocument['country']['languages']): string[][] {
  const next = new Map(languages.map((language) => [language.tag, language.fallback ?? []]));
  const cycles = new Map<string, string[]>();
  const follow = (tag: string, path: readonly string[]): void => {
    const start = path.indexOf(tag);
    if (start >= 0) {
      const cycle = path.slice(start);
      cycles.set(cycle.toSorted().join(' '), [...cycle, tag]);
      return;
    }
    for (const other of next.get(tag) ?? []) follow(other, [...path, tag]);
  };
  for (const { tag } of languages) follow(tag, []);
  return [...cycles.values()];
}

function checkUrls(countries: readonly CountryDocument[]): Diagnostic[] {
  const seen = new Map<string, CountryDocument>();
  return countries.flatMap((subject) => {
    const url = subject.country.url.toLowerCase();
    const twin = seen.get(url);
    if (twin === undefined) {
      seen.set(url, subject);
      return [];
    }
    const { document } = subject;
    return [
      {
        code: 'country/url',
        severity: 'error' as const,
        file: document.path,
        ...document.positions.value(['url']),
        message: `url: ${twin.document.path} has the same address`,
        hint: 'each national site needs an address of its own',
      },
    ];
  });
}
