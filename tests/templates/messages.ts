/** Finds the messages that the source code hands to `t()` and `t.plural()`. */
import { globSync, readFileSync } from 'node:fs';

export interface UsedMessage {
  readonly id: string;
  readonly plural?: string;
  readonly context?: string;
  /** `templates/pages/lesson.ts` */
  readonly file: string;
}

const root = new URL('../../', import.meta.url).pathname;

/** Literal messages of templates and of the page model, in the order of files and lines; each message once. */
export function usedMessages(): readonly UsedMessage[] {
  const files = globSync(['templates/**/*.ts', 'build/**/*.ts'], { cwd: root }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const messages = new Map<string, UsedMessage>();
  for (const file of files.toSorted()) {
    const source = readFileSync(root + file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    for (const match of source.matchAll(call)) {
      const [, isPlural, id = '', plural, context] = match;
      const message: UsedMessage = {
        id: unquoted(id),
        ...(isPlural && plural !== undefined && { plural: unquoted(plural) }),
        ...(context !== undefined && { context: unquoted(context) }),
        file,
      };
      const key = `${message.context ?? ''}\u0004${message.id}`;
      if (!messages.has(key)) messages.set(key, message);
    }
  }
  return [...messages.values()];
}

const literal = String.raw`'((?:[^'\\]|\\.)*)'`;
const call = new RegExp(
  String.raw`\b(?:t|translate\(\w+\))(\.plural)?\(\s*${literal}(?:,\s*${literal})?(?:,\s*undefined,\s*${literal})?`,
  'g',
);

const unquoted = (text: string): string => text.replace(/\\(.)/g, '$1');
