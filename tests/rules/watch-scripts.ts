/**
 * Rules for what scripts do, seen while they do it: source code does not tell on what a listener will sit.
 */
import type { Page } from 'playwright-core';

/** Watches the pages that open from now on. WCAG 2.2 in brackets. */
export const watchScripts = (page: Page): Promise<unknown> => page.addInitScript(watch);

/**
 * Returns what is wrong with what scripts have done since the page was opened: clicks that only a mouse can make (2.1.1), and words
 * that changed while no live region said so (4.1.3).
 */
export const scriptFaults = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>('globalThis.__watched()');

const watch = `(() => {
  const live = '[role=status], [role=alert], [role=log], output, [aria-live=polite], [aria-live=assertive]';
  const pressable = 'button, a[href], summary, input, select, textarea, label, option';
  const clicks = [];
  let silent, said = false;
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    // What sits on a form, the document or the window hears of the presses of what lies in it.
    if (type === 'click' && this instanceof Element && !this.matches(pressable + ', form, dialog, body, html')) clicks.push(this);
    return add.call(this, type, ...rest);
  };
  add.call(document, 'DOMContentLoaded', () => {
    new MutationObserver((records) => {
      for (const { target, addedNodes, type } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const words = type === 'characterData' ? target.data : [...addedNodes].map((node) => node.textContent).join('');
        if (words.trim() === '' || !element || !element.isConnected) continue;
        if (element.closest(live)) said = true;
        // Focus that moves into what is new is read out as well.
        else if (!element.closest('head, style, script') && !element.contains(document.activeElement)) silent ??= element;
        else if (element.contains(document.activeElement) && element !== document.body) said = true;
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  globalThis.__watched = () => [
    ...clicks.filter((element) => element.isConnected).map((element) => 'a click on what is no button: ' + element.outerHTML.slice(0, 120)),
    ...(silent && !said ? ['words change and nobody is told: ' + silent.outerHTML.slice(0, 120)] : []),
  ];
})()`;
