import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Catalogue, CountryDocument } from '../model/catalogue.ts';
import type { TargetIndex } from './index-targets.ts';

/** Checks the course and the material that the front page of a country begins with. */
export const checkHomes = ({ countries }: Catalogue, targets: TargetIndex): Diagnostic[] =>
  countries.flatMap((country) =>
    (['course', 'material'] as const).flatMap((kind) => checkChoice(country, kind, targets)),
  );

function checkChoice(
  { code, country, document }: CountryDocument,
  kind: 'course' | 'material',
  targets: TargetIndex,
): Diagnostic[] {
  const id = country.home?.[kind];
  const isThere = (name: string): boolean =>
    targets.unreadable(`/${kind}s/${name}/`).length > 0 ||
    targets.folders(`/${kind}s/${name}/`).some(({ scope }) => scope === 'shared' || scope === code);
  if (id === undefined || isThere(id)) return [];
  return [
    {
      code: `reference/${kind}`,
      severity: 'error',
      file: document.path,
      ...document.positions.value(['home', kind]),
      message: `home.${kind}: this country has no ${kind} "${id}"`,
      hint:
        didYouMean(id, targets.ids(kind).filter(isThere)) ??
        `write the name of a folder in content/shared/${kind}s/ or content/countries/${code}/${kind}s/, or remove the line`,
    },
  ];
}
