import type { ParsedNode, Document as YamlDocument } from 'yaml';

/** A document as the YAML parser leaves it, with faults or without. */
export type ParsedYamlDocument = YamlDocument.Parsed<ParsedNode>;

export interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
}

/** `isLast`: the parser has lost its way. */
export type Finding = Explanation & { readonly isLast?: boolean };
