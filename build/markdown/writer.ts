import { escapeHtml } from '../../templates/html.ts';
import type { BodyPart, RichText } from '../../templates/model/body.ts';

/**
 * Collects ready HTML and the parts between it, and beside them the running text.
 *
 * In pieces, joined once: strings that grow are trees in V8, and those of all texts kept its collector busy for longer than the
 * writing took.
 */
export class Writer {
  #parts: BodyPart[] = [];
  #html: string[] = [];
  #plain: string[] = [];
  #isAtLineStart = true;

  /** Adds markup of our own. */
  html(markup: string): void {
    this.#html.push(markup);
  }

  /** Adds an author's words. */
  text(text: string): void {
    this.#html.push(escapeHtml(text));
    this.plain(text);
  }

  part(part: BodyPart): void {
    this.#flush();
    this.#parts.push(part);
  }

  /** Adds to the running text only. */
  plain(text: string): void {
    if (text === '') return;
    this.#plain.push(text);
    this.#isAtLineStart = false;
  }

  /** Ends a block of the running text. */
  endBlock(): void {
    if (!this.#isAtLineStart) this.#plain.push('\n');
    this.#isAtLineStart = true;
  }

  /** Returns what `write` writes instead of adding it; its words belong to the running text all the same. */
  aside(write: () => void): RichText {
    const [parts, markup] = [this.#parts, this.#html];
    [this.#parts, this.#html] = [[], []];
    write();
    const written = this.#take();
    [this.#parts, this.#html] = [parts, markup];
    this.endBlock();
    return written;
  }

  /** Returns all parts, and the running text with ordinary spaces. */
  finish(): { parts: RichText; plainText: string } {
    return { parts: this.#take(), plainText: this.#plain.join('').replaceAll('\u00A0', ' ').trim() };
  }

  #flush(): void {
    const html = this.#html.join('');
    if (html !== '') this.#parts.push(html);
    this.#html = [];
  }

  #take(): RichText {
    this.#flush();
    return this.#parts;
  }
}
