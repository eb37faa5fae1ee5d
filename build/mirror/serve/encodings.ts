/** Which compressed copy a reader takes (RFC 9110, 12.5.3). */

export type Encoding = 'br' | 'gzip';

/** Returns the one that she likes best of those that there are, the smaller one where she likes both; nothing for the file as it is. */
export function chooseEncoding(
  field: string | undefined,
  available: readonly Encoding[],
): Encoding | undefined {
  const weights = parseWeights(field ?? '');
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0;
  // As it is it is always taken, unless that was forbidden; then something else is better.
  const plain = weights.get('identity') ?? 0;
  let best: Encoding | undefined;
  for (const encoding of ['br', 'gzip'] as const) {
    if (!available.includes(encoding) || weightOf(encoding) <= 0) continue;
    if (weightOf(encoding) < plain) continue;
    if (best === undefined || weightOf(encoding) > weightOf(best)) best = encoding;
  }
  return best;
}

function parseWeights(field: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of field.split(',')) {
    const [, name, weight] =
      /^[ \t]*([!#$%&'*+.^_`|~0-9a-z-]+)[ \t]*(?:;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)[ \t]*)?$/i.exec(
        part,
      ) ?? [];
    if (name !== undefined) weights.set(name.toLowerCase().replace(/^x-gzip$/, 'gzip'), Number(weight ?? 1));
  }
  return weights;
}
