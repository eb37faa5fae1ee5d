/** A text to begin with, of VS Code: `${1:title}` is a place to write, `${2|draft,review|}` a choice. */
export interface Snippet {
  readonly prefix: string;
  readonly scope: 'markdown' | 'yaml';
  readonly description: string;
  readonly body: readonly string[];
}

/** Numbers the places of a snippet in the order in which they are asked for. */
export class Places {
  #count = 0;

  text(example: string): string {
    this.#count++;
    return `\${${this.#count}:${example.replace(/[\\$}]/g, '\\$&')}}`;
  }

  choice(values: readonly string[]): string {
    this.#count++;
    return `\${${this.#count}|${values.map((value) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
  }
}

/** Where the cursor goes at the end. */
export const lastPlace = '$0';
