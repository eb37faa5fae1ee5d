import { expect, test } from 'vitest';
import { render, shown } from './render.ts';

test('paragraphs, emphasis, code and line breaks', () => {
  expect(shown('A *slanted* and **bold** `x < y`\nword\\\nnext ~~gone~~')).toMatchInlineSnapshot(`
    "<p>A <em>slanted</em> and <strong>bold</strong> <code>x &lt; y</code>
    word<br>
    next <s>gone</s></p>"
  `);
});

test('lists, tight and loose, bulleted and numbered from any number', () => {
  expect(shown('- a\n- b\n\n  c\n')).toMatchInlineSnapshot(`
    "<ul><li><p>a</p>
    </li>
    <li><p>b</p>
    <p>c</p>
    </li>
    </ul>"
  `);
  expect(shown('3. a\n4. b\n   - c\n')).toMatchInlineSnapshot(`
    "<ol start="3">
    <li>a</li>
    <li>b<ul><li>c</li>
    </ul>
    </li>
    </ol>"
  `);
});

test('quotes, lines and code blocks', () => {
  expect(shown('> a\n> b\n\n---\n\n```js\nlet a = "<b>";\n```\n\n    x -- y\n')).toMatchInlineSnapshot(`
    "<blockquote><p>a
    b</p>
    </blockquote>
    <hr><pre><code>let a = &quot;&lt;b&gt;&quot;;
    </code></pre>
    <pre><code>x -- y
    </code></pre>"
  `);
});

test('tables have header cells with a scope, and alignment is a class', () => {
  expect(shown('| | Age | Count |\n|---|:-:|--:|\n| Ana | 4 | a\\|b |\n')).toMatchInlineSnapshot(`
    "<table><thead><tr><td></td><th scope="col" class="center">Age</th><th scope="col" class="end">Count</th></tr>
    </thead>
    <tbody><tr><td>Ana</td><td class="center">4</td><td class="end">a|b</td></tr>
    </tbody>
    </table>"
  `);
});

test('definition lists and abbreviations', () => {
  expect(shown('Play\n: What children choose\n: What they love\n')).toMatchInlineSnapshot(`
    "<dl><dt>Play</dt>
    <dd>What children choose</dd>
    <dd>What they love</dd>
    </dl>"
  `);
  expect(shown('The WHO says\n\n*[WHO]: World "Health" Organization\n')).toMatchInlineSnapshot(
    `"<p>The <abbr title="World &quot;Health&quot; Organization">WHO</abbr> says</p>"`,
  );
});

test('the running text has each block on its own line, with ordinary spaces and without footnote numbers', () => {
  const { plainText } = render(
    '# Title\n\nЯ и ты, 5 лет[^1].\nВторая строка.\n\n- один\n- `два`\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: Сноска.\n',
    'ru',
  ).body;
  expect(plainText).toBe('Title\nЯ и ты, 5 лет. Вторая строка.\nодин\nдва\na\nb\nc\nd\nСноска.');
});

test('the running text has questions, options and replies of quizzes, captions and titles', () => {
  const { plainText } = render(
    '::: tip Look\nfirst\n:::\n\n::: quiz #q\nWhich?\n\n- [ ] one\n  > No.\n- [x] two\n:::\n\n![A boy](a.jpg "At the window")\n\n::: audio a.mp3 Song\nLa\n:::\n\n::: short #s\nName?\n\n= play\n:::\n',
  ).body;
  expect(plainText).toBe('Look\nfirst\nWhich?\none\nNo.\ntwo\nAt the window\nSong\nLa\nName?\nplay');
});

test('Windows line ends make no difference', () => {
  const text = '## A\n\nb\n\n::: tip\nc [d](e.pdf)\n:::\n';
  expect(render(text.replaceAll('\n', '\r\n'))).toEqual(render(text));
});

test('an empty text is an empty body', () => {
  expect(render('').body).toEqual({ parts: [], headings: [], quizzes: [], plainText: '' });
});
