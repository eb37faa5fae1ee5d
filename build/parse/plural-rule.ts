/** Which of the plural forms of a language goes with a number. */
export interface PluralRule {
  readonly forms: number;
  readonly index: (count: number) => number;
}

/**
 * Compiles gettext's plural rule. It is an expression of C over `n`; only its characters are let through, so that nothing but
 * arithmetic can run.
 */
export function parsePluralRule(header: string): PluralRule | undefined {
  if (header.length > longestRule) return undefined;
  const match = /nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([n\d\s()!=<>%&|?:+*/-]+?)\s*;?\s*$/.exec(header);
  if (match === null) return undefined;
  const forms = Number(match[1]);
  try {
    const index = new Function('n', `return Number(${match[2]});`) as (n: number) => number;
    for (let n = 0; n <= 200; n++) if (!(index(n) >= 0 && index(n) < forms)) return undefined;
    return { forms, index };
  } catch {
    return undefined;
  }
}

/** Arabic, with six forms, needs 110 characters. */
const longestRule = 500;
