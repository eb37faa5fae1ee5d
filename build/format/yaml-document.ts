/**
 * YAML as a tree that keeps comments and blank lines, and back.
 */
import { type Document, type ParsedNode, parseDocument, type Scalar, type ScalarTag, type Tags } from 'yaml';
import type { ParsedYamlDocument } from '../parse/yaml-finding.ts';

/** @param yaml with LF line ends */
export const readDocument = (yaml: string): ParsedYamlDocument =>
  parseDocument<ParsedNode>(yaml, {
    version: '1.2',
    schema: 'core',
    customTags: numbersAsWritten,
    uniqueKeys: false,
    prettyErrors: false,
  });

/** One field a line, lists indented by two, no line broken. */
export const printDocument = (document: Document): string =>
  document.toString({ lineWidth: 0, indent: 2, flowCollectionPadding: false });

/** `1.10` and `045` are more than their number: they are written as they were. */
const numbersAsWritten = (tags: Tags): Tags =>
  tags.map((tag) => {
    if (typeof tag === 'string' || !/:(?:int|float)$/.test(tag.tag)) return tag;
    const stringify = ({ source, value }: Scalar): string => source ?? String(value);
    return { ...tag, stringify } as ScalarTag;
  });
