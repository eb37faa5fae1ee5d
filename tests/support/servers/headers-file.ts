/**
 * Reads `_headers` as Netlify and Cloudflare Pages document it, and says which headers an address gets: no such host runs here.
 *
 * Both: a pattern at the beginning of a line, indented headers below it, `*` for the rest of an address, `:name` for one part of it.
 * Of what several rules say of one header, Netlify takes the last (@netlify/headers 2.1), Cloudflare joins all with commas.
 */
export interface HeaderRule {
  readonly pattern: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** @throws Error for what one of the two hosts would pass over or refuse */
export function parseHeaders(file: string): readonly HeaderRule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const [index, line] of file.split('\n').entries()) {
    const refuse = (why: string): never => {
      throw new Error(`_headers:${index + 1}: ${why}: ${line}`);
    };
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.length > 2000) refuse('longer than 2,000 characters');
    if (/^\s/.test(line)) {
      const [, name = refuse('no header'), value = ''] = /^ {2}([A-Za-z-]+): (\S.*\S|\S)$/.exec(line) ?? [];
      (rules.at(-1) ?? refuse('no pattern above')).headers.push([name, value]);
    } else {
      if (!/^\/(?:(?:[\w.-]+|:[a-z]+)\/)*(?:[\w.-]+|\*)?$/.test(line)) refuse('no pattern');
      rules.push({ pattern: line, headers: [] });
    }
  }
  if (rules.length > 100) throw new Error('_headers: more than 100 rules');
  for (const { pattern, headers } of rules)
    if (headers.length === 0) throw new Error(`_headers: nothing for ${pattern}`);
  return rules;
}

export type HeadersHost = 'Netlify' | 'Cloudflare Pages';

/** Headers by their names in small letters. */
export function headersFor(
  rules: readonly HeaderRule[],
  address: string,
  host: HeadersHost,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { pattern, headers } of rules) {
    const escaped = pattern.replaceAll('.', '\\.').replaceAll('*', '.*');
    if (!new RegExp(`^${escaped.replaceAll(/:[a-z]+/g, '[^/]+')}$`).test(address)) continue;
    for (const [name, value] of headers) {
      const key = name.toLowerCase();
      const before = host === 'Netlify' ? undefined : found[key];
      found[key] = before === undefined ? value : `${before}, ${value}`;
    }
  }
  return found;
}
