/** What of a page that runs from right to left keeps its place when the page runs from left to right. */
import type { Page } from 'playwright-core';

/**
 * Compares the distance of each box from where lines begin, in both directions. Parts that have a direction of their own, such as
 * texts in another language, are compared as a whole, and words within a line not at all: their order is that of their script.
 */
export const unmirrored = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const root = document.documentElement;
    if (root.dir !== 'rtl') return ['dir="' + root.dir + '"'];
    const boxes = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.checkVisibility() &&
        getComputedStyle(element).display !== 'inline' &&
        element.parentElement.closest('[dir]') === root &&
        element.closest('svg svg, script, style, option, .skip') === null,
    );
    const widthPx = root.clientWidth;
    const fromRight = boxes.map((element) => widthPx - element.getBoundingClientRect().right);
    root.dir = 'ltr';
    const fromLeft = boxes.map((element) => element.getBoundingClientRect().left);
    root.dir = 'rtl';
    return boxes.flatMap((element, at) =>
      Math.abs(fromRight[at] - fromLeft[at]) > 1
        ? [Math.round(fromRight[at]) + ' px from the right, and ' + Math.round(fromLeft[at]) + ' px from the left: ' + element.outerHTML.slice(0, 110)]
        : []);
  })()`);
