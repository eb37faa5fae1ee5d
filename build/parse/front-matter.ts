/**
 * Splits a text into front matter and body.
 *
 * Only `---` alone on its line opens and closes front matter. Everything else that gray-matter would accept after the dashes
 * (it *executes* `---js`) is refused here, before any parser sees it.
 */
import matter from 'gray-matter';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type ParsedYaml, parseYaml } from './yaml.ts';

export interface FrontMatter extends ParsedYaml {
  readonly body: string;
  /** From 1. */
  readonly bodyLine: number;
}

/** @param text with LF line ends and without BOM */
export function parseFrontMatter(text: string, file: string): FrontMatter {
  const fence = findFence(text, file);
  if ('fault' in fence)
    return { ...parseYaml('', file, 1), diagnostics: [fence.fault], body: '', bodyLine: 1 };
  let parsed: ParsedYaml | undefined;
  // gray-matter turns what it gets into bytes: the body would cost it more than all the rest.
  matter(detached(text.slice(0, fence.end)), {
    language: 'yaml',
    engines: {
      // The text begins with the line break after the opening dashes, which makes its line numbers those of the file.
      yaml: (yaml: string): object => {
        parsed = parseYaml(yaml, file, 1);
        return parsed.data;
      },
      javascript: refuse,
      js: refuse,
      json: refuse,
      coffee: refuse,
      coffeescript: refuse,
      cson: refuse,
      toml: refuse,
    },
  });
  // Of nothing but remarks it asks no engine.
  return {
    ...(parsed ?? parseYaml('', file, 1)),
    body: text.slice(fence.end + 1),
    bodyLine: fence.closingLine + 1,
  };
}

/** A copy: V8 keeps the whole file in memory for as long as one field is a slice of it. */
const detached = (text: string): string => ` ${text}`.slice(1);

/** Reached only if the check of the fence fails us; gray-matter's own engines would run what the author wrote. */
function refuse(): never {
  throw new TypeError('front matter is YAML and nothing else');
}

interface Fence {
  readonly closingLine: number;
  /** Offset behind the closing dashes. */
  readonly end: number;
}

function findFence(text: string, file: string): Fence | { readonly fault: Diagnostic } {
  const fence = soundFence(text);
  return fence ?? { fault: explainFence(text, file) };
}

/** The first line that begins with dashes closes, if it has nothing but three of them. */
function soundFence(text: string): Fence | undefined {
  if (!text.startsWith('---\n')) return undefined;
  const start = text.search(/\n[^\S\n]*---/) + 1;
  const end = start + '---'.length;
  if (start === 0 || !text.startsWith('---', start) || (end < text.length && text[end] !== '\n'))
    return undefined;
  let closingLine = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) closingLine++;
  return { closingLine, end };
}

function explainFence(text: string, file: string): Diagnostic {
  const lines = text.split('\n');
  const first = lines[0] ?? '';
  const fault = (code: string, line: number, message: string, hint: string): Diagnostic => ({
    code: `front-matter/${code}`,
    severity: 'error',
    file,
    line,
    column: 1,
    endLine: line,
    endColumn: (lines[line - 1]?.length ?? 0) + 1,
    message,
    hint,
  });
  if (text.trim() === '')
    return fault('empty', 1, 'the file is empty', 'begin it with "---", the fields, and "---" again');
  if (first !== '---') return explainFirstLine(lines, fault);
  const closing = lines.findIndex((line, index) => index > 0 && /^\s*---/.test(line));
  if (closing === -1) {
    const nearest = lines.findIndex(
      (line, index) => index > 0 && /^\s*(--|\.\.\.|—|–|\*\*\*|___|===)/.test(line),
    );
    if (nearest > 0)
      return fault(
        'closing',
        nearest + 1,
        `the front matter is not closed: this line is "${shown(lines[nearest])}"`,
        'write exactly --- on the line after the last field',
      );
    return fault(
      'unclosed',
      1,
      'the front matter is opened and never closed',
      'write --- on a line of its own after the last field',
    );
  }
  return fault(
    'closing',
    closing + 1,
    `the line that closes the front matter is "${shown(lines[closing])}"`,
    'write exactly ---, with nothing before or after it',
  );
}

function explainFirstLine(
  lines: readonly string[],
  fault: (code: string, line: number, message: string, hint: string) => Diagnostic,
): Diagnostic {
  const first = lines[0] ?? '';
  if (/^---+/.test(first))
    return fault('opening', 1, `the first line is "${shown(first)}"`, 'write exactly --- as the first line');
  const opening = lines.findIndex((line) => line.trim() !== '');
  if (opening > 0 && lines[opening]?.startsWith('---')) {
    return fault(
      'leading-blank',
      1,
      'an empty line stands before the front matter',
      'delete the empty lines at the beginning of the file',
    );
  }
  if (first.trim().startsWith('---'))
    return fault(
      'opening',
      1,
      'spaces stand before the opening dashes',
      'write exactly --- as the first line',
    );
  return fault(
    'missing',
    1,
    'the file has no front matter',
    'begin it with ---, then fields such as "title: …", then --- again',
  );
}

const shown = (line = ''): string => (line.length > 40 ? `${line.slice(0, 40)}…` : line);
