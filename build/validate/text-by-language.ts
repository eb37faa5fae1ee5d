import { isLocale, type Locale } from '../../schemas/brands.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isLanguage } from '../diagnostics/language-tag.ts';
import type { Document, Pointer, Value } from '../model/document.ts';
import { suggestLanguage } from './languages.ts';

/** Reports tags of languages that do not exist: a misspelt tag would silently hide its text. */
export function checkTextByLanguage(document: Document, languages: ReadonlySet<Locale>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  visit(document.data, []);
  return diagnostics;

  function visit(value: Value, pointer: Pointer): void {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...pointer, index]);
    else if (value !== null && typeof value === 'object') {
      for (const [key, member] of Object.entries(value)) {
        if (textMaps.has(String(pointer.at(-1))) && isLocale(key) && !languages.has(key) && !isLanguage(key))
          report(key, [...pointer, key]);
        visit(member as Value, [...pointer, key]);
      }
    }
  }

  function report(tag: string, pointer: Pointer): void {
    const meant = suggestLanguage(tag, [...languages]);
    diagnostics.push({
      code: 'language/unknown',
      severity: 'error',
      file: document.path,
      ...document.positions.key(pointer),
      message: `"${tag}" is no language, so that nobody would see this text`,
      hint:
        meant === undefined
          ? `the languages are: ${[...languages].toSorted().join(', ')}`
          : `did you mean "${meant}"?`,
    });
  }
}

/** Fields whose value is a text or a list of words by language. */
const textMaps = new Set(['name', 'names', 'tagline', 'label', 'description', 'alternatives', 'avoid']);
