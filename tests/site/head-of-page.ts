/** What the head of a built page says to machines, as tests read it. */

export interface JsonNode {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

export interface Head {
  readonly lang: string;
  readonly kind: string;
  readonly canonical: string | undefined;
  /** Addresses by language. */
  readonly alternates: ReadonlyMap<string, string>;
  /** Open Graph: `title`, `url` … */
  readonly og: ReadonlyMap<string, string>;
  /** Nodes of the one JSON-LD graph, or none. */
  readonly graph: readonly JsonNode[];
  /** Whether its text stands in for a missing one. */
  readonly standsIn: boolean;
}

export function headOf(page: string): Head {
  const all = (pattern: RegExp): [string, string][] =>
    [...page.matchAll(pattern)].map(([, name = '', value = '']) => [name, unescaped(value)]);
  const [script] = /(?<=<script type="application\/ld\+json">).*?(?=<\/script>)/s.exec(page) ?? [];
  return {
    lang: /<html lang="([^"]*)"/.exec(page)?.[1] ?? '',
    kind: /data-page="([^"]*)"/.exec(page)?.[1] ?? '',
    canonical: /<link rel="canonical" href="([^"]*)"/.exec(page)?.[1],
    alternates: new Map(all(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)),
    og: new Map(all(/<meta property="og:([a-z_]+)" content="([^"]*)"/g)),
    graph: script === undefined ? [] : nodesOf(JSON.parse(script) as JsonNode),
    standsIn: /<h1 lang="/.test(page),
  };
}

/** A node that is alone stands without a graph. */
const nodesOf = (whole: JsonNode): readonly JsonNode[] =>
  (whole['@graph'] as JsonNode[] | undefined) ?? [whole];

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
