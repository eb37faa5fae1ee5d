import type { Diagnostic, Range } from '../diagnostics/diagnostic.ts';

export interface DecodedText {
  /** Without BOM, with LF line ends; characters that could not be read are U+FFFD. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Decodes UTF-8 and says where it is none. A BOM and the line ends of Windows and old Macs are accepted silently. */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n');
  if (isSound(bytes, text)) return { text, diagnostics: [] };
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  const zero = text.indexOf('\0');
  if (zero >= 0 && !utf16) {
    const message = 'holds a NUL byte, which no text has';
    return { text, diagnostics: [{ code: 'file/nul', severity: 'error', file, ...rangeAt(text, zero), message, hint: 'delete the character, or save the text anew from its editor' }] };
  }
  const position = rangeAt(text, Math.max(0, text.indexOf('\uFFFD')));
  const message = utf16 ? 'is saved as UTF-16' : 'is not valid UTF-8: this character cannot be read';
  return { text, diagnostics: [{ code: 'file/encoding', severity: 'error', file, ...position, message, hint: 'save the file with the encoding UTF-8' }] };
}

function isSound(bytes: Uint8Array, text: string): boolean {
  if (text.includes('\0')) return false;
  if (!text.includes('\uFFFD')) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true; // the author typed U+FFFD
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
