/** Who reviews what. Stand-ins: put the name of your organisation here, make the teams, and run `npm run schemas`. */
import type { CountryCode } from '../../schemas/brands.ts';

const organisation = 'learning-passport';

export const teams = {
  /** Of the code and its machinery, and of what nobody else owns. */
  maintainers: `@${organisation}/maintainers`,
  /** Of what all countries share. */
  editors: `@${organisation}/editors`,
  /** Of what is promised to families and told to children. */
  childSafety: `@${organisation}/child-safety`,
} as const;

/** Of the part of a country. */
export const editorsOf = (code: CountryCode): string => `@${organisation}/${code}-editors`;
