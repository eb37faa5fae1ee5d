/** The file of a manifest: JSON with one file of the site on each line, so that two of them can be compared and patched. */

import { type FileKind, fileKinds, type Manifest, type ManifestFile } from './manifest.ts';
import {
  countOf,
  FormatError,
  fieldsOf,
  listOf,
  parseJson,
  requireFormat,
  sha256Of,
  textOf,
} from './plain-json.ts';
import { collidingPaths, faultOfSitePath } from './site-path.ts';

export function formatManifest({ format, country, headers, files }: Manifest): string {
  const head = JSON.stringify({ format, country, headers }).slice(0, -1);
  return `${head},"files":[\n${files.map(formatManifestFile).join(',\n')}\n]}\n`;
}

/**
 * Returns the files of one manifest that the other does not have in the very same way. Of thousands of lines only those are parsed that
 * differ.
 */
export const filesMissingIn = (other: ReadonlySet<string>, lines: ReadonlySet<string>): ManifestFile[] =>
  [...lines]
    .filter((line) => !other.has(line))
    .map((line) => parseManifestFile(JSON.parse(line), 'a line of it'));

/**
 * Returns the lines of the files of a manifest.
 *
 * @param text as `formatManifest` writes it
 */
export const linesOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split('\n')
      .slice(1, -2)
      .map((line) => (line.endsWith(',') ? line.slice(0, -1) : line)),
  );

/** One line, with its fields in an order of their own, so that equal manifests have equal bytes. */
export const formatManifestFile = ({ path, sha256, bytes, type, kind, br, gz }: ManifestFile): string =>
  JSON.stringify({ path, sha256, bytes, type, kind, br, gz });

/**
 * Reads a manifest that may come from anywhere.
 *
 * @throws FormatError for anything that a manifest cannot be, a path that leaves the site among it
 */
export function parseManifest(content: Uint8Array | string): Manifest {
  const fields = fieldsOf(parseJson(content), 'it');
  requireFormat(fields);
  const files = listOf(fields.files, 'files').map((file, at) => parseManifestFile(file, `files[${at}]`));
  const colliding = collidingPaths(files.map(({ path }) => path));
  if (colliding !== undefined)
    throw new FormatError(`"${colliding[0]}" and "${colliding[1]}" cannot both be files`);
  return {
    format: 1,
    country: textOf(fields.country, 'country'),
    headers: parseHeaders(fields.headers),
    files,
  };
}

/** @param where of the value, for the sentence of a fault */
export function parseManifestFile(value: unknown, where: string): ManifestFile {
  const fields = fieldsOf(value, where);
  const path = textOf(fields.path, `${where}.path`);
  const fault = faultOfSitePath(path);
  if (fault !== undefined) throw new FormatError(`the path ${JSON.stringify(path)} ${fault}`);
  const kind = fileKinds.find((known) => known === fields.kind);
  if (kind === undefined) throw new FormatError(`${where}.kind is none that this version knows`);
  return {
    path,
    sha256: sha256Of(fields.sha256, `${where}.sha256`),
    bytes: countOf(fields.bytes, `${where}.bytes`),
    type: headerValue(fields.type, `${where}.type`),
    kind,
    ...(fields.br !== undefined && { br: countOf(fields.br, `${where}.br`) }),
    ...(fields.gz !== undefined && { gz: countOf(fields.gz, `${where}.gz`) }),
  };
}

function parseHeaders(value: unknown): Manifest['headers'] {
  const kinds = fieldsOf(value, 'headers');
  const parsed = fileKinds.map((kind): [FileKind, Record<string, string>] => {
    const headers = Object.entries(fieldsOf(kinds[kind], `headers.${kind}`));
    return [
      kind,
      Object.fromEntries(
        headers.map(([name, text]) => {
          if (!/^[A-Za-z0-9-]+$/.test(name)) throw new FormatError(`headers.${kind} has a faulty name`);
          return [name, headerValue(text, `headers.${kind}.${name}`)];
        }),
      ),
    ];
  });
  return Object.fromEntries(parsed) as Record<FileKind, Record<string, string>>;
}

/** A line break in it would begin another header. */
function headerValue(value: unknown, where: string): string {
  const text = textOf(value, where);
  if (!/^[\x20-\x7e]*$/.test(text)) throw new FormatError(`${where} has characters that no header may have`);
  return text;
}
