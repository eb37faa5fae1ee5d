import { expect, test } from 'vitest';
import { html, trusted } from '../../templates/html.ts';

test('text is escaped, for elements and for attributes in either kind of quotes', () => {
  expect(html`<a title="${`<b>"Tom" & 'Ann'`}">`.toString()).toBe(
    '<a title="&lt;b&gt;&quot;Tom&quot; &amp; &#39;Ann&#39;">',
  );
});

test('markup and lists of markup stand as they are; nothing comes of null, undefined and false', () => {
  expect(html`${[html`<i>${1}</i>`, trusted('<br>'), ['<']]}${null}${undefined}${false}`.toString()).toBe(
    '<i>1</i><br>&lt;',
  );
});

test('an empty text and zero are texts', () => {
  expect(html`<p>${''}${0}</p>`.toString()).toBe('<p>0</p>');
});
