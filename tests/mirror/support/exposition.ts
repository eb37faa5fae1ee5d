/**
 * A strict reader of Prometheus' text format 0.0.4: every line must be what its description allows, and every metric must be described
 * once, in one place.
 */

export interface ExposedSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** @throws Error for a line that Prometheus would refuse, or that its guidelines forbid */
export function parseExposition(text: string): ReadonlyMap<string, readonly ExposedSample[]> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const found = new Map<string, ExposedSample[]>();
  const seen = new Set<string>();
  let help: string | undefined;
  let open: string | undefined;
  for (const line of text.slice(0, -1).split('\n')) {
    const described = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ((?:[^\\]|\\\\|\\n)*)$/.exec(line);
    const typed = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (?:counter|gauge|histogram|summary|untyped)$/.exec(
      line,
    );
    if (described !== null) {
      [help, open] = [described[1], undefined];
    } else if (typed !== null) {
      const [, name = ''] = typed;
      if (name !== help) throw new Error(`${name} has no HELP before it`);
      if (found.has(name)) throw new Error(`${name} is described twice`);
      found.set(name, []);
      open = name;
    } else {
      const { name, labels, value } = parseSample(line);
      if (name !== open) throw new Error(`${name} stands outside of its description`);
      const key = name + JSON.stringify(Object.entries(labels).toSorted());
      if (seen.has(key)) throw new Error(`${key} is there twice`);
      seen.add(key);
      found.get(name)?.push({ labels, value });
    }
  }
  return found;
}

function parseSample(line: string): ExposedSample & { readonly name: string } {
  const found =
    /^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(?<labels>(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\["\\n])*"(?:,(?!\})|(?=\})))*)\})? (?<value>[-+]?(?:\d+(?:\.\d+)?(?:e[-+]?\d+)?|Inf)|NaN)$/.exec(
      line,
    );
  if (found?.groups === undefined) throw new Error(`no sample: ${line}`);
  const { name = '', labels = '', value } = found.groups;
  const pairs = [...labels.matchAll(/([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\["\\n])*)"/g)].map(
    ([, label = '', text = '']) =>
      [label, text.replace(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one))] as const,
  );
  if (new Set(pairs.map(([label]) => label)).size < pairs.length) throw new Error(`a label twice: ${line}`);
  return { name, labels: Object.fromEntries(pairs), value: Number(value) };
}
