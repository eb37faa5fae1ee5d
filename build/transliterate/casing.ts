/** Gives a converted word, in small letters, the case of the original. */
export function inCaseOf(original: string, converted: string): string {
  if (original === original.toLowerCase()) return converted;
  const isAllCapitals = original === original.toUpperCase() && letterCount(original) > 1;
  return isAllCapitals ? converted.toUpperCase() : converted.charAt(0).toUpperCase() + converted.slice(1);
}

const letterCount = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
