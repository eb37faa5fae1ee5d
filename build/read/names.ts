import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';

/** Windows refuses longer paths in a checkout that lies a few folders deep. */
const longestPath = 200;

/** Checks the path of one file: an address on the web and a name on every file system. */
export function checkName(file: string): Diagnostic[] {
  if (file.length > longestPath) {
    return [fault(file, 'file/path-length', `has a path of ${file.length} characters; ${longestPath} is the most that Windows can check out`, 'shorten the names of its folders')];
  }
  const bad = file.split('/').find((segment) => !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(segment));
  if (bad === undefined) return [];
  return [fault(file, 'file/name', `has the name "${bad}"; names are made of Latin letters, digits, hyphens and dots`, `rename it, for example to "${asciiName(bad)}"`)];
}

/** Names that differ only in case are one file on Windows and macOS. */
export function checkSiblings(folder: string, names: readonly string[]): Diagnostic[] {
  const seen = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    const twin = seen.get(name.toLowerCase());
    if (twin === undefined) seen.set(name.toLowerCase(), name);
    else diagnostics.push(fault(folder === '' ? name : `${folder}/${name}`, 'file/case', `differs from "${twin}" only in case; on Windows they are one file`, 'rename or remove one of them'));
  }
  return diagnostics;
}

function asciiName(name: string): string {
  const plain = name.normalize('NFD').replace(/[^\p{ASCII}]/gu, '').trim().replace(/[^A-Za-z0-9.]+/g, '-').toLowerCase();
  return plain.replace(/^[-.]+|-+(?=\.|$)/g, '') || 'name';
}

function fault(file: string, code: string, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', file, ...startOfFile, message, hint };
}
