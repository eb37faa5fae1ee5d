import type { CountryCode, Locale } from '../../schemas/brands.ts';
import { EnvironmentError } from '../cli/errors.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { listContent } from '../read/list-content.ts';
import type { ReviewedContent } from '../review/review-files.ts';
import { readSettings } from './settings.ts';

/**
 * The content as far as it decides who reviews what.
 *
 * @throws EnvironmentError when the content has faults there
 */
export function reviewedContent(contentFolder: string): ReviewedContent {
  const { settings, diagnostics } = readSettings(listContent(contentFolder));
  if (hasErrors(diagnostics))
    throw new EnvironmentError('The settings of the content have faults. Run "npm run check" first.');
  const frameworks = [...settings.frameworks].flatMap(([id, { country }]) =>
    country === undefined ? [] : [{ id, country: country as CountryCode }],
  );
  return {
    sourceLanguage: settings.sourceLanguage,
    countries: settings.countries.map(({ code, country }) => ({
      code,
      name: country.name.en ?? Object.values(country.name)[0] ?? code,
      languages: country.languages.map(({ tag, transliterate }) => ({
        tag: tag as Locale,
        isConverted: transliterate !== undefined,
      })),
    })),
    frameworks,
  };
}
