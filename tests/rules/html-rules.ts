/**
 * Rules of our own for what axe and html-validate let pass, as rules of html-validate. WCAG 2.2 in brackets.
 */
import { type DOMTree, definePlugin, type HtmlElement, Rule } from 'html-validate';
import { foreignWords, isForeign } from './scripts-of-languages.ts';

/** A rule that looks at a whole document. */
abstract class DocumentRule extends Rule {
  override setup(): void {
    this.on('dom:ready', ({ document }) => this.look(document));
  }

  protected abstract look(document: DOMTree): void;

  protected fault(node: HtmlElement, message: string): void {
    this.report({ node, message });
  }
}

/** (2.1.1, 4.1.2) What acts like a button is one: others have neither focus nor keys. */
class RealButtons extends DocumentRule {
  protected look(document: DOMTree): void {
    for (const element of document.querySelectorAll('[onclick], [role="button"], [role="link"]'))
      if (!isInteractive(element)) this.fault(element, `<${element.tagName}> acts as a button and is none`);
  }
}

/** (3.3.2) A placeholder goes away with the first letter, and is no label. */
class NoPlaceholderLabel extends DocumentRule {
  protected look(document: DOMTree): void {
    for (const field of document.querySelectorAll('[placeholder]')) {
      const id = field.getAttributeValue('id');
      const labelled =
        field.closest('label') !== null ||
        field.hasAttribute('aria-label') ||
        field.hasAttribute('aria-labelledby') ||
        (id !== null &&
          document.querySelectorAll('label').some((label) => label.getAttributeValue('for') === id));
      if (!labelled) this.fault(field, 'a placeholder stands in for a label');
    }
  }
}

/** (1.3.1) Choices that belong together are read out with their question. */
class GroupedChoices extends DocumentRule {
  protected look(document: DOMTree): void {
    for (const radio of document.querySelectorAll('[type="radio"]')) {
      const group = radio.closest('fieldset, [role="radiogroup"]');
      const named =
        group !== null &&
        (group.hasAttribute('aria-label') ||
          group.hasAttribute('aria-labelledby') ||
          (group.querySelector('legend')?.textContent.trim() ?? '') !== '');
      if (!named) this.fault(radio, 'this choice is in no group with a name');
    }
  }
}

/** (1.3.1) A cell is read out with what stands at its head. */
class TableHeaders extends DocumentRule {
  protected look(document: DOMTree): void {
    for (const table of document.querySelectorAll('table')) {
      const heads = table.querySelectorAll('th');
      if (heads.length === 0) this.fault(table, 'this table has no headers');
      for (const head of heads)
        if (!head.hasAttribute('scope'))
          this.fault(head, 'this header does not say whether it is of a row or a column');
    }
  }
}

/** (3.1.2) Words in a script or with letters that the language around them does not have. */
class LanguageOfParts extends DocumentRule {
  protected look(document: DOMTree): void {
    for (const element of document.querySelectorAll('body *')) {
      if (['script', 'style', 'code', 'pre'].includes(element.tagName)) continue;
      const own = element.childNodes
        .filter((node) => node.nodeName === '#text')
        .map((node) => node.textContent)
        .join(' ');
      const language = element.closest('[lang]')?.getAttributeValue('lang') ?? '';
      if (isForeign(own, language))
        this.fault(element, `“${foreignWords(own, language)}” is not written in ${language}`);
    }
  }
}

/** (1.4.1) Empty marks that differ in their class alone are seen and not heard: hidden beside a text, or named. */
class NotByLookAlone extends DocumentRule {
  protected look(document: DOMTree): void {
    for (const parent of document.querySelectorAll('body *')) {
      if (parent.closest('[aria-hidden="true"]') !== null) continue;
      this.lookAtMarks(parent);
      this.lookAtCurrent(parent);
    }
  }

  private lookAtMarks(parent: HtmlElement): void {
    const marks = parent.childElements.filter(
      (child) =>
        ['i', 'b', 'span'].includes(child.tagName) && child.textContent.trim() === '' && !isNamed(child),
    );
    const looks = new Set(marks.map((mark) => mark.getAttributeValue('class')));
    const [first] = marks;
    if (first !== undefined && marks.length > 1 && looks.size > 1)
      this.fault(first, 'marks without words differ only in their look');
  }

  /** One of a list looks different: it says so, too. */
  private lookAtCurrent(list: HtmlElement): void {
    if (!['ul', 'ol'].includes(list.tagName)) return;
    const items = list.childElements;
    const different = items.filter((item) =>
      /\b(?:now|here|current|active|done|selected)\b/.test(classOf(item)),
    );
    for (const item of different) {
      const said = [item, ...item.querySelectorAll('*')].some((part) =>
        part.attributes.some(({ key }) => /^aria-(?:current|selected|checked|pressed|label)$/.test(key)),
      );
      if (!said && item.querySelector('.sr, svg[role="img"]') === null)
        this.fault(item, `“${classOf(item)}” is seen and not said`);
    }
  }
}

/** (2.4.7) Who takes the outline of the focus away, puts something else there in the same rule. */
class VisibleFocus extends DocumentRule {
  protected look(document: DOMTree): void {
    const sheets = document.querySelectorAll('style');
    const css = sheets.map((sheet) => sheet.textContent).join('');
    const [sheet] = sheets;
    if (sheet === undefined) return;
    for (const [, selector = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!/outline(?:-style|-width)?:(?:0|none)\b/.test(body)) continue;
      if (!focusInstead.test(body))
        this.fault(sheet, `“${selector.trim()}” takes the outline of the focus away`);
    }
    if (
      document.querySelector('a, button, input, select, summary') !== null &&
      !/:focus-visible\{[^}]*outline:\d/.test(css)
    )
      this.fault(sheet, 'no rule shows where the focus is');
  }
}

const focusInstead = /(?:box-shadow|border[a-z-]*|background[a-z-]*|text-decoration):(?!(?:none|0)(?:;|$))/;

const classOf = (element: HtmlElement): string => element.getAttributeValue('class') ?? '';

function isInteractive(element: HtmlElement): boolean {
  if (element.tagName === 'a') return element.hasAttribute('href');
  return ['button', 'summary', 'input', 'select', 'textarea', 'label'].includes(element.tagName);
}

const isNamed = (element: HtmlElement): boolean =>
  element.hasAttribute('aria-hidden') ||
  element.hasAttribute('aria-label') ||
  element.getAttributeValue('role') === 'img';

export const ownRules = {
  'passport/real-buttons': RealButtons,
  'passport/no-placeholder-label': NoPlaceholderLabel,
  'passport/grouped-choices': GroupedChoices,
  'passport/table-headers': TableHeaders,
  'passport/language-of-parts': LanguageOfParts,
  'passport/not-by-look-alone': NotByLookAlone,
  'passport/visible-focus': VisibleFocus,
} as const;

export const ownPlugin = definePlugin({ name: 'passport', rules: { ...ownRules } });
