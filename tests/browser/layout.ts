/** What is wrong with a page as it is laid out now; each with the beginning of the element or the text that it is about. */
import type { Page } from 'playwright-core';

const begin = '((element) => element.outerHTML.slice(0, 110))';

/** Texts that are cut off by their box. Tables and listings scroll by themselves. */
export const clippedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility() && !element.matches('pre, table, input') && element.textContent.trim() !== '')
    .filter((element) => getComputedStyle(element).overflowX !== 'visible')
    .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    .map((element) => 'cut off: ' + ${begin}(element))`);

/** Lines of text of which one lies on another by half of its height. */
export const overlappingTexts = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const lines = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const parent = text.parentElement;
      if (text.data.trim() === '' || parent.closest('script, style, noscript, select, .skip') || !parent.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) lines.push({ box, text });
    }
    const overlap = ({ box: a }, { box: b }) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2;
    return lines.flatMap((line, at) =>
      lines
        .slice(at + 1)
        .filter((other) => other.text !== line.text && overlap(line, other))
        .map((other) => line.text.data.trim().slice(0, 40) + ' lies on ' + other.text.data.trim().slice(0, 40)));
  })()`);

/** Whatever can be pressed and is smaller than 44 px, unless it is a link in a sentence. A box has its label to be pressed, a card its link all over. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const sized = (element) => {
      if (element.matches('[type=checkbox], [type=radio], [type=file]')) return element.labels[0];
      return element.closest('.card') ?? element;
    };
    const isInSentence = (element) =>
      element.tagName === 'A' && getComputedStyle(element).display === 'inline' &&
      element.parentElement.textContent.trim() !== element.textContent.trim();
    return [...document.querySelectorAll('a[href], button, summary, input, select, textarea')]
      .filter((element) => element.checkVisibility() && !element.matches('.skip') && !isInSentence(element))
      .filter((element) => {
        const { width, height } = sized(element).getBoundingClientRect();
        return width < 43.9 || height < 43.9;
      })
      .map((element) => 'too small: ' + ${begin}(element));
  })()`);

/** Whatever takes the focus of a keyboard and does not show it by an outline of its own, or of the label that stands for it. */
export const unseenFocus = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex="0"]')]
    .filter((element) => element.checkVisibility())
    .filter((element) => {
      element.focus({ focusVisible: true });
      const { outlineStyle, outlineWidth } = getComputedStyle(element.type === 'file' ? element.labels[0] : element);
      return document.activeElement !== element || outlineStyle === 'none' || parseFloat(outlineWidth) < 2;
    })
    .map((element) => 'focus unseen: ' + ${begin}(element))`);

/** Whatever moves, or would when something changes. */
export const moving = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('*')]
    .filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
    })
    .map((element) => 'moves: ' + ${begin}(element))`);
