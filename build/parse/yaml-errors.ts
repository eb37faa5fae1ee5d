/**
 * Says in an author's words what the YAML parser found, with the corrected line where it can be known.
 */
import type { YAMLError } from 'yaml';
import type { Explanation, Finding, ParsedYamlDocument } from './yaml-finding.ts';
import { explainLine, plainMessage } from './yaml-lines.ts';
import { anyQuotes, lineAt, lineStart, quotedHint } from './yaml-text.ts';
import { unclosedBracket, unclosedQuote } from './yaml-unclosed.ts';

/**
 * One explanation for each faulty line. What the parser says after a fault that it could not get over only repeats that one, and is
 * left out.
 */
export function explainYamlErrors(document: ParsedYamlDocument, text: string): Explanation[] {
  const problems = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  const explanations: Explanation[] = [];
  let endOfLast = -1;
  for (const problem of problems) {
    if (problem.pos[0] < endOfLast) continue;
    const { isLast = false, ...explanation } = explain(problem, document, text);
    explanations.push(explanation);
    if (isLast || explanations.length === mostPerFile) break;
    const end = text.indexOf('\n', problem.pos[0]);
    endOfLast = end === -1 ? text.length + 1 : end;
  }
  return explanations;
}

/** More would only repeat one misunderstanding. */
export const mostPerFile = 20;

function explain(problem: YAMLError, document: ParsedYamlDocument, text: string): Finding {
  const at = Math.min(problem.pos[0], text.length);
  const line = lineAt(text, at);
  const start = lineStart(text, at);
  const end = start + line.trimEnd().length;
  const wholeLine = { from: start + line.length - line.trimStart().length, to: end };
  const here = { from: at, to: Math.max(at, Math.min(problem.pos[1], end)) };
  const percent = /^%.*$/m.exec(text);
  if (/irective/.test(problem.message) && percent !== null) {
    return {
      code: 'percent',
      message: 'a line begins with "%", which has a meaning of its own here',
      hint: 'remove the line',
      from: percent.index,
      to: percent.index + percent[0].length,
      isLast: true,
    };
  }
  switch (problem.code) {
    case 'TAB_AS_INDENT':
      return {
        code: 'tab',
        message: 'a tab stands where only spaces may',
        hint: 'replace the tab by two spaces',
        ...here,
      };
    case 'TAG_RESOLVE_FAILED':
      return {
        code: 'tag',
        message: 'a value begins with "!", which has a meaning of its own here',
        hint: quotedHint(line),
        ...here,
      };
    case 'BAD_ALIAS':
      return {
        code: 'alias',
        message: 'a value begins with "*" or "&", which have a meaning of their own here',
        hint: quotedHint(line),
        ...here,
      };
    case 'MULTIPLE_DOCS':
      return {
        code: 'divided',
        message: 'a line "---" or "..." divides the fields into two parts',
        hint: 'remove the line; the fields of a file are one part',
        ...wholeLine,
        isLast: true,
      };
    case 'BAD_DQ_ESCAPE':
      return {
        code: 'backslash',
        message: `"${text.slice(at, at + 2)}" has no meaning between quotation marks`,
        hint: 'write \\\\ for a backslash, or put the value in single quotes',
        from: at,
        to: at + 2,
      };
    case 'BAD_INDENT':
      if (/^Flow/.test(problem.message)) return unclosedBracket(document, at, text);
      return {
        code: 'indent',
        message: 'the line is not indented like its neighbours',
        hint: 'begin each field of one level in the same column',
        ...wholeLine,
      };
    case 'MISSING_CHAR':
      if (/closing ["']/.test(problem.message)) return unclosedQuote(document, at, text);
      return explainLine(problem, text, at);
    case 'BLOCK_IN_FLOW':
      return {
        code: 'quotes',
        message: 'a value between brackets holds a colon and a space and needs quotes',
        hint: 'write ["first: part", second]',
        ...here,
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
    case 'BAD_SCALAR_START':
      return explainLine(problem, text, at);
    default:
      return { code: 'yaml', message: plainMessage(problem), hint: anyQuotes, ...here, isLast: true };
  }
}
