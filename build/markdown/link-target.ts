/**
 * Judges the address of a link.
 *
 * In: the address as the author wrote it, entities and backslashes decoded. Out: what it leads to, or what is wrong with
 * it. Only what is listed here passes; anything else, known to be harmful or not, is a fault.
 */
import { posix } from 'node:path';
import { suggest } from '../diagnostics/suggest.ts';

export type LinkTarget =
  | { readonly kind: 'page'; readonly target: string; readonly fragment: string }
  | { readonly kind: 'address'; readonly href: string; readonly isWeb: boolean }
  | LinkFault;

export interface LinkFault {
  readonly kind: 'fault';
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** @param file The path of the text, for the hint to a link that is relative to it. */
export function linkTarget(written: string, file: string): LinkTarget {
  const address = written.trim();
  if (address === '' || address === '#') {
    return fault(
      'markdown/link-path',
      'this link leads nowhere',
      'write where it leads between the round brackets',
    );
  }
  if (address.startsWith('#')) return { kind: 'page', target: '', fragment: decode(address.slice(1)) };
  if (/^[/\\]{2}|^\/\\/.test(address)) {
    return unsafe(address, `write the whole address: https://${address.replace(/^[/\\]+/, '')}`);
  }
  if (address.startsWith('/')) return pageTarget(address);
  // Browsers skip control characters and spaces in a scheme (URL standard, 4.4), so that we must not be fooled by them.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(withoutControls(address))?.[1]?.toLowerCase();
  return scheme === undefined ? relativeTarget(address, file) : schemeTarget(address, scheme);
}

function schemeTarget(address: string, scheme: string): LinkTarget {
  switch (scheme) {
    case 'http':
    case 'https':
      if (/^https?:\/\/[^/]/i.test(address) && URL.canParse(address))
        return { kind: 'address', href: address, isWeb: true };
      return fault(
        'markdown/link-path',
        `"${shortened(address)}" is no complete address`,
        'write it as in https://example.org/page',
      );
    case 'mailto':
      if (/^mailto:[^\s@]+@[^\s@]+$/i.test(address)) return { kind: 'address', href: address, isWeb: false };
      return fault(
        'markdown/link-path',
        `"${shortened(address)}" is no e-mail address`,
        'write it as in mailto:name@example.org',
      );
    case 'tel':
      if (/^tel:\+?[0-9().-]+$/i.test(address)) return { kind: 'address', href: address, isWeb: false };
      return fault(
        'markdown/link-path',
        `"${shortened(address)}" is no telephone number`,
        'write it without spaces, as in tel:+996312000000',
      );
    case 'file':
    case address[0]?.toLowerCase():
      return fault(
        'markdown/link-file',
        `"${shortened(address)}" is a file on your own computer, which readers cannot open`,
        beside,
      );
    default:
      return unsafe(address, 'a link begins with https://, mailto:, tel:, # or /');
  }
}

const kinds = ['courses', 'materials', 'groups', 'pages'];
const sitePath =
  /^\/(?:(?:courses|materials|groups|search|learning)\/?|courses\/[a-z0-9-]+(?:\/[a-z0-9-]+)?\/?|(?:materials|groups|pages)\/[a-z0-9-]+\/?)?$/;

/** Links between pages have no language: DESIGN, 4. */
function pageTarget(address: string): LinkTarget {
  const hash = address.indexOf('#');
  const path = decode(hash < 0 ? address : address.slice(0, hash));
  const fragment = hash < 0 ? '' : address.slice(hash + 1);
  const tail = fragment === '' ? '' : `#${fragment}`;
  if (sitePath.test(path)) return { kind: 'page', target: withSlash(path), fragment: decode(fragment) };

  const [, language = '', rest = ''] = /^\/([a-z]{2,3}(?:-[a-z0-9]{2,4})*)(\/.*)?$/i.exec(path) ?? [];
  if (language !== '' && sitePath.test(rest)) {
    return fault(
      'markdown/link-language',
      `the link "${shortened(path)}" names a language; readers would leave their own`,
      `write ${withSlash(rest)}${tail}: it leads each reader to the page in their language`,
    );
  }
  if (path.endsWith('.md')) return markdownFile(path, pageOfFile(path.slice(1)) ?? posix.dirname(path), tail);
  const lowerCase = withSlash(path.toLowerCase());
  if (sitePath.test(lowerCase)) return notAPage(path, `write it in small letters: ${lowerCase}${tail}`);
  const [, kind = '', id = ''] = path.split('/', 3);
  const meant = suggest(kind, kinds);
  if (meant !== undefined && meant !== kind)
    return notAPage(path, `did you mean ${withSlash(`/${meant}/${id}`)}?`);
  return notAPage(
    path,
    'pages are /courses/<course>/<lesson>/, /materials/<material>/, /groups/<group>/ and /pages/<page>/',
  );
}

function relativeTarget(address: string, file: string): LinkTarget {
  const hash = address.indexOf('#');
  const path = decode(hash < 0 ? address : address.slice(0, hash));
  const tail = hash < 0 ? '' : address.slice(hash);
  const page = pageOfFile(posix.join(posix.dirname(file), path));
  if (path.endsWith('.md')) return markdownFile(path, page, tail);
  if (/^[^\s/@]+@[^\s/@]+\.[a-z]+$/i.test(path)) return notAPage(path, `write mailto:${path}`);
  if (
    /^www\.|^[a-z0-9-]+(\.[a-z0-9-]+)*\.(org|com|net|int|gov|edu|info|kg|me|rs|tj|uz|ru)(\/|$)/i.test(path)
  ) {
    return notAPage(path, `write the whole address: https://${address}`);
  }
  if (/^[^/\s]+\.[a-z0-9]{1,5}$/i.test(path)) {
    return fault(
      'markdown/link-file',
      `"${shortened(path)}" is a file, and readers must see its size before they load it`,
      `write a line ::: download ${path} Title, and a line ::: below it`,
    );
  }
  return notAPage(
    path,
    page === undefined
      ? 'links between pages begin with /, as in /courses/play/first-week/'
      : `write ${page}${tail}`,
  );
}

const fault = (code: string, message: string, hint: string): LinkFault => ({
  kind: 'fault',
  code,
  message,
  hint,
});

const unsafe = (address: string, hint: string): LinkFault =>
  fault('markdown/link-unsafe', `a link must not lead to "${shortened(address)}"`, hint);

const notAPage = (path: string, hint: string): LinkFault =>
  fault('markdown/link-path', `"${shortened(path)}" is not the path of a page`, hint);

const markdownFile = (path: string, page: string | undefined, tail: string): LinkFault =>
  fault(
    'markdown/link-md',
    `the link leads to the file "${shortened(path)}" and not to its page`,
    `write ${page === undefined ? 'the path of the page, as in /courses/play/first-week/' : withSlash(page) + tail}`,
  );

const beside = 'put the file beside this text and write ::: download file.pdf Title';

/** The page of a folder or file of the content, where it can be told. */
function pageOfFile(path: string): string | undefined {
  const inTree = path.replace(/^(?:content\/)?(?:shared|countries\/[a-z]{2})\//, '/');
  const page = withSlash(inTree.endsWith('.md') ? posix.dirname(inTree) : inTree);
  return sitePath.test(page) ? page : undefined;
}

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);

const shortened = (address: string): string => (address.length > 80 ? `${address.slice(0, 79)}…` : address);

const withoutControls = (address: string): string => address.replace(/[\p{Cc}\p{Cf}\s]/gu, '');

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
