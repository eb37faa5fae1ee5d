import { expect, test } from 'vitest';
import { parseRules, traitsAskedFor, writeRules } from '../../templates/styles/rules.ts';
import { createTraitFinder } from '../../templates/styles/traits.ts';

/** The sheet that markup gets of a sheet. */
function sheetFor(markup: string, css: string): string {
  const rules = parseRules(css);
  const finder = createTraitFinder(traitsAskedFor(rules));
  const found = finder.none();
  finder.find(markup, found);
  return writeRules(rules, finder.named(found));
}

test.each([
  ['a class', '.a{x:1}', '<p class="b a">', '<p class="b">'],
  ['an element', 'table{x:1}', '<table>', '<p>'],
  ['an id', '#results{x:1}', '<ol id="results">', '<ol id="other">'],
  ['a type', '[type=search]{x:1}', '<input type="search">', '<input type="text">'],
  [
    'a direction',
    '[dir=rtl] .a::before{x:1}',
    '<html dir="rtl"><p class="a">',
    '<html dir="ltr"><p class="a">',
  ],
  ['all parts of a selector', '.a>li.b{x:1}', '<ul class="a"><li class="b">', '<ul class="a"><li>'],
])('a rule goes with a page that has %s', (_, css, markup, other) => {
  expect(sheetFor(markup, css)).toBe(css);
  expect(sheetFor(other, css)).toBe('');
});

test('of several selectors those stay that can be met', () => {
  expect(sheetFor('<h1>', 'h1,h2,.a h1{x:1}')).toBe('h1{x:1}');
});

test('what a selector says in brackets, of states and of other attributes asks for nothing', () => {
  const css =
    '.a>:not(.b,.c){x:1}.a:has(input:checked){x:1}.a :is(.k,.m)::before{x:1}.a [aria-current]{x:1}:root,*{x:1}';
  expect(sheetFor('<p class="a">', css)).toBe(css);
});

test('an at-rule goes with a page that meets a rule in it; one without rules always', () => {
  const css = '@media (min-width:48em){.a{x:1}.b{x:1}}@page{size:A4}';
  expect(sheetFor('<p class="b">', css)).toBe('@media (min-width:48em){.b{x:1}}@page{size:A4}');
  expect(sheetFor('<p>', css)).toBe('@page{size:A4}');
});

test('a named page of paper goes with what wears its name', () => {
  const css = '@page alone{size:A4 landscape}';
  expect(sheetFor('<body class="alone">', `${css}.alone{x:1}`)).toBe(`${css}.alone{x:1}`);
  expect(sheetFor('<body>', `${css}.alone{x:1}`)).toBe('');
});

test('text that looks like markup is none: templates escape it', () => {
  expect(sheetFor('<p>&lt;table class=&quot;a&quot;&gt;', 'table{x:1}.a{x:1}')).toBe('');
});
