/** Text that lines do not break: in templates and in scripts. */

const noBreakSpace = '\u00a0';

/** Longer pieces would not fit into a line of a small phone. */
const longestUnit = 24;

/** Returns a short piece such as “3–6 years” with no-break spaces, a longer one as it is. */
export const unbroken = (piece: string): string =>
  piece.length > longestUnit ? piece : piece.replaceAll(' ', noBreakSpace);

/** A dot that stays with what comes before it. */
export const betweenFacts = `${noBreakSpace}· `;
