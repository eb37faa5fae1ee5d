/**
 * What forges read to find reviewers and to ask for a review: CODEOWNERS, and templates of proposals for each country.
 * `npm run schemas` writes them.
 *
 * In: the countries, their languages and frameworks. Out: texts by their path in the project.
 */
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import { codeOwners } from './code-owners.ts';
import { proposalTemplate } from './proposal-template.ts';

export interface ReviewedContent {
  readonly sourceLanguage: Locale;
  readonly countries: readonly ReviewedCountry[];
  readonly frameworks: readonly { readonly id: string; readonly country: CountryCode }[];
}

export interface ReviewedCountry {
  readonly code: CountryCode;
  readonly name: string;
  readonly languages: readonly ReviewedLanguage[];
}

export interface ReviewedLanguage {
  readonly tag: Locale;
  /** From another script. */
  readonly isConverted: boolean;
}

/** Folders that hold templates and nothing else: what is not made any more is removed. */
export const templateFolders = {
  github: '.github/PULL_REQUEST_TEMPLATE',
  gitlab: '.gitlab/merge_request_templates',
} as const;

export function reviewFiles(content: ReviewedContent): ReadonlyMap<string, string> {
  const owners = codeOwners(content);
  const shared = proposalTemplate();
  return new Map([
    ['.github/CODEOWNERS', owners],
    ['.gitlab/CODEOWNERS', owners],
    // What both take when nobody chooses another.
    ['.github/PULL_REQUEST_TEMPLATE.md', shared],
    [`${templateFolders.gitlab}/Default.md`, shared],
    ...content.countries.flatMap((country) => {
      const text = proposalTemplate(country);
      return Object.values(templateFolders).map((folder): [string, string] => [
        `${folder}/${country.code}.md`,
        text,
      ]);
    }),
  ]);
}
