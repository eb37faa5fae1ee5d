/**
 * Which rules of a style sheet a page can need: a page carries its sheet, and pays for every rule.
 *
 * Simple on purpose, for our own minified sheets: rules, and rules in one at-rule. A selector that nothing here understands stays.
 */

/** A rule, or an at-rule with the rules in it. */
export type Rule = StyleRule | AtRule;

interface StyleRule {
  readonly kind: 'style';
  readonly selectors: readonly Selector[];
  readonly body: string;
}

interface AtRule {
  readonly kind: 'at';
  readonly prelude: string;
  /** Of `@page` and its like, which hold no rules, the text alone. */
  readonly rules: readonly StyleRule[];
  readonly body: string;
}

interface Selector {
  readonly text: string;
  /** What has to stand in the page, as `createTraitFinder` names it. */
  readonly needs: readonly string[];
}

/** Reads a minified sheet. */
export function parseRules(css: string): readonly Rule[] {
  return splitBlocks(css).map(({ prelude, body }) => {
    if (!prelude.startsWith('@')) return styleRule(prelude, body);
    const rules = body.includes('{')
      ? splitBlocks(body).map((inner) => styleRule(inner.prelude, inner.body))
      : [];
    return { kind: 'at', prelude, rules, body };
  });
}

/** Every trait that some rule asks for. */
export const traitsAskedFor = (rules: readonly Rule[]): ReadonlySet<string> =>
  new Set(
    rules.flatMap((rule) =>
      rule.kind === 'at'
        ? [...traitsAskedFor(rule.rules)]
        : rule.selectors.flatMap((selector) => [...selector.needs]),
    ),
  );

/** Writes the rules that can apply where only these traits are. */
export function writeRules(rules: readonly Rule[], traits: ReadonlySet<string>): string {
  return rules
    .map((rule) => {
      if (rule.kind === 'style') return writeStyleRule(rule, traits);
      if (isForOtherPages(rule, traits)) return '';
      const body = rule.rules.length === 0 ? rule.body : writeRules(rule.rules, traits);
      return body && `${rule.prelude}{${body}}`;
    })
    .join('');
}

/** A named page of paper is for the class of the same name. */
function isForOtherPages({ prelude }: AtRule, traits: ReadonlySet<string>): boolean {
  const [, name] = /^@page (\w+)$/.exec(prelude) ?? [];
  return name !== undefined && !traits.has(`.${name}`);
}

function writeStyleRule({ selectors, body }: StyleRule, traits: ReadonlySet<string>): string {
  const met = selectors.filter(({ needs }) => needs.every((trait) => traits.has(trait)));
  return met.length === 0 ? '' : `${met.map(({ text }) => text).join(',')}{${body}}`;
}

const styleRule = (prelude: string, body: string): StyleRule => ({
  kind: 'style',
  selectors: splitSelectors(prelude).map((text) => ({ text, needs: needsOf(text) })),
  body,
});

/** Pseudo-classes with a choice in brackets ask for nothing: any of the choice may be there. */
function needsOf(selector: string): string[] {
  const plain = selector.replace(/::?[a-z-]+(\((?:[^()]|\([^()]*\))*\))?/g, '');
  return (plain.match(/[.#]?[a-z][a-z0-9-]*|\[[^\]]*\]/gi) ?? []).filter(
    (trait) => !trait.startsWith('[') || /^\[(?:type|dir|rel|data-quiz|data-page)=\w+\]$/.test(trait),
  );
}

/** At commas outside of brackets. */
const splitSelectors = (prelude: string): string[] => prelude.split(/,(?![^(]*\))/);

/** The blocks of one level: what stands before each brace, and what in it. */
function splitBlocks(css: string): { prelude: string; body: string }[] {
  const blocks: { prelude: string; body: string }[] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (let index = 0; index < css.length; index++) {
    if (css[index] === '{' && depth++ === 0) open = index;
    if (css[index] !== '}' || --depth > 0) continue;
    blocks.push({ prelude: css.slice(start, open).trim(), body: css.slice(open + 1, index) });
    start = index + 1;
  }
  return blocks;
}
