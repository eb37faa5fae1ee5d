import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';

export interface DecodedText {
  /** Without BOM, with LF line ends; characters that could not be read are U+FFFD. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Decodes UTF-8 and says where it is none. A BOM and the line ends of Windows and old Macs are accepted silently. */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const utf16 = utf16Of(bytes);
  const text = withLineFeeds((utf16 === undefined ? utf8 : new TextDecoder(utf16)).decode(bytes));
  const fault = (code: string, range: Range, message: string, hint: string): DecodedText => ({
    text,
    diagnostics: [{ code, severity: 'error', file, ...range, message, hint }],
  });
  // Read as what it is, so that its other faults are found in the same run.
  if (utf16 !== undefined)
    return fault(
      'file/encoding',
      rangeAt('', 0),
      'is saved as UTF-16',
      'save the file with the encoding UTF-8',
    );
  const before = textBeforeFault(bytes, text);
  if (before !== undefined) {
    return fault(
      'file/encoding',
      rangeAt(before, before.length),
      'is not valid UTF-8: this character cannot be read',
      'save the file with the encoding UTF-8',
    );
  }
  const control = controlCharacter.exec(text);
  if (control === null) return { text, diagnostics: [] };
  const range = rangeAt(text, control.index);
  if (control[0] === '\0')
    return fault(
      'file/nul',
      range,
      'holds a NUL byte, which no text has',
      'delete the character, or save the text anew from its editor',
    );
  const number = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return fault(
    'file/control',
    range,
    `holds the invisible control character U+${number}`,
    'delete the character here; it often comes along when text is copied from a PDF',
  );
}

/** HTML allows none of them (HTML standard, 13.2.2: control-character-in-input-stream). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

const utf8 = new TextDecoder('utf-8');

/** By its BOM, or by a zero in every second byte of its beginning. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (second === 0 && fourth === 0 && first !== 0 && third !== 0))
    return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && third === 0 && second !== 0 && fourth !== 0))
    return 'utf-16be';
  return undefined;
}

/** The text before the first byte that is no UTF-8; U+FFFD may also be what the author typed. */
function textBeforeFault(bytes: Uint8Array, text: string): string | undefined {
  if (!text.includes('\uFFFD') || isUtf8(bytes, false)) return undefined;
  let [sound, faulty] = [0, bytes.length + 1];
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) sound = middle;
    else faulty = middle;
  }
  // As a stream, a character that is cut short is held back.
  return withLineFeeds(new TextDecoder('utf-8').decode(bytes.subarray(0, sound), { stream: true }));
}

function isUtf8(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

function rangeAt(text: string, index: number): Range {
  const before = text.slice(0, index);
  const line = before.split('\n').length;
  const column = index - before.lastIndexOf('\n');
  return { line, column, endLine: line, endColumn: column + 1 };
}
