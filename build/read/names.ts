import { type Diagnostic, startOfFile } from '../diagnostics/diagnostic.ts';
import { isReservedName } from '../model/reserved-name.ts';
import { latinName } from './latin-name.ts';

/** Windows refuses longer paths in a checkout that lies a few folders deep. */
const longestPath = 200;

/** Checks the path of one file: an address on the web and a name on every file system. */
export function checkName(file: string): Diagnostic[] {
  if (file.length > longestPath) {
    return [
      fault(
        file,
        'file/path-length',
        `has a path of ${file.length} characters; ${longestPath} is the most that Windows can check out`,
        'shorten the names of its folders',
      ),
    ];
  }
  const segments = file.split('/');
  const bad = segments.find((segment) => !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(segment));
  if (bad !== undefined) {
    return [
      fault(
        file,
        'file/name',
        `has the name "${bad}"; names are made of Latin letters, digits, hyphens and dots`,
        `rename it, for example to "${latinName(bad) || 'name'}"`,
      ),
    ];
  }
  const reserved = segments.find(isReservedName);
  if (reserved === undefined) return [];
  return [
    fault(
      file,
      'file/name',
      `has the name "${reserved}", which Windows does not allow`,
      `rename it, for example to "${reserved.replace(/\.+$/, '').replace(/^[^.]+/, '$&-file')}"`,
    ),
  ];
}

/** Names that differ only in case are one file on Windows and macOS. Of two, the one with capitals is to go. */
export function checkSiblings(folder: string, names: readonly string[]): Diagnostic[] {
  const twins = [...Map.groupBy(names, (name) => name.toLowerCase()).values()].filter(
    (group) => group.length > 1,
  );
  return twins.flatMap((group) => {
    const [kept, ...others] = group.toSorted((a, b) => capitalsOf(a) - capitalsOf(b) || (a < b ? -1 : 1));
    return others.map((name) =>
      fault(
        folder === '' ? name : `${folder}/${name}`,
        'file/case',
        `differs from "${kept}" only in case; on Windows they are one file`,
        'rename or remove one of them',
      ),
    );
  });
}

const capitalsOf = (name: string): number => name.match(/[A-Z]/g)?.length ?? 0;

function fault(file: string, code: string, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', file, ...startOfFile, message, hint };
}
