/**
 * Checks of all national versions together.
 */
import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { PlacedFile } from '../model/source.ts';

/**
 * Two sites with one address: case, scheme, default port and a missing slash make no other one.
 *
 * @param documents each country.yml, faulty or not
 */
export function checkUrls(documents: readonly Document[]): Diagnostic[] {
  const seen = new Map<string, Document>();
  return documents.flatMap((document): Diagnostic[] => {
    const { url } = document.data;
    if (typeof url !== 'string' || !URL.canParse(url)) return [];
    const { host, pathname, username } = new URL(url);
    const fault = (message: string, hint: string): Diagnostic => ({
      code: 'country/url',
      severity: 'error',
      file: document.path,
      ...document.positions.value(['url']),
      message,
      hint,
    });
    const address = `${host}${pathname}`.toLowerCase().replace(/\/*$/, '/');
    const twin = seen.get(address);
    if (twin === undefined) seen.set(address, document);
    return [
      ...(twin === undefined
        ? []
        : [
            fault(`url: ${twin.path} has the same address`, 'each national site needs an address of its own'),
          ]),
      ...(username === ''
        ? []
        : [
            fault(
              'url: the address holds a user name, which every reader would see',
              'remove what stands before the @, and the @',
            ),
          ]),
    ];
  });
}

/** A folder of texts without a country.yml would be on no site; and without any country there is no site. */
export function checkCountriesExist(files: readonly PlacedFile[]): Diagnostic[] {
  const countries = new Set(files.flatMap(({ place }) => (place.kind === 'country' ? [place.country] : [])));
  const scopes = new Set(
    files.flatMap(({ place }) => (place.kind === 'text' && place.scope !== 'shared' ? [place.scope] : [])),
  );
  const fault = (file: string, message: string, hint: string): Diagnostic => ({
    code: 'country/missing',
    severity: 'error',
    file,
    ...startOfFile,
    message,
    hint,
  });
  if (countries.size === 0 && scopes.size === 0) {
    return [
      fault(
        'site.yml',
        'there is no national version, and so no site',
        'add content/countries/<code>/country.yml with "code", "name", "languages" and "url"',
      ),
    ];
  }
  return [...scopes]
    .filter((scope) => !countries.has(scope))
    .map((scope) =>
      fault(
        `countries/${scope}/country.yml`,
        'the file is missing, so that the texts of this folder are on no site',
        'it says at least the "code", "name", "languages" and "url" of the national site',
      ),
    );
}
