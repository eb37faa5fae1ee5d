import { isCollection, isScalar, visit } from 'yaml';
import type { Finding, ParsedYamlDocument } from './yaml-finding.ts';
import { lineAt, lineStart, quote, written } from './yaml-text.ts';

/** The mark or bracket that a text opens and never closes: the parser notices it only at the end. */
export function unclosedQuote(document: ParsedYamlDocument, at: number, text: string): Finding {
  let from = at;
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && node.type?.startsWith('QUOTE') && node.range && node.range[0] < at)
        from = node.range[0];
    },
  });
  const line = lineAt(text, from);
  const [, name, value] = /^\s*(?:- )?\s*([^:"']+): *(["'].*?)\s*$/.exec(line) ?? [];
  const hint =
    name === undefined || value === undefined || /["']/.test(value.slice(1))
      ? 'write the same mark at the end; inside "…" write \\" for a quotation mark'
      : written(`${name}: ${quote(value.slice(1))}`);
  return {
    code: 'quotes',
    message: 'a quotation mark is opened and not closed',
    hint,
    from,
    to: lineStart(text, from) + line.trimEnd().length,
    isLast: true,
  };
}

export function unclosedBracket(document: ParsedYamlDocument, at: number, text: string): Finding {
  let from = at;
  visit(document, {
    Collection(_, node) {
      if (isCollection(node) && node.flow && node.range && node.range[0] < at) from = node.range[0];
    },
  });
  const closing = text[from] === '{' ? '}' : ']';
  return {
    code: 'bracket',
    message: `a bracket "${text[from] ?? '['}" is opened and not closed`,
    hint: `write ${closing} where it ends; if the bracket is meant, put the value in quotes`,
    from,
    to: from + 1,
    isLast: true,
  };
}
