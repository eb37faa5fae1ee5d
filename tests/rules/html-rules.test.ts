/**
 * Each rule of our own finds the fault that it is for and passes what is right; and no page of the sites has such a fault.
 */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSites, ownSites, sitesWithGaps } from '../support/built-sites.ts';
import { ownPlugin, ownRules } from './html-rules.ts';

const ours = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: [],
    elements: ['html5'],
    plugins: [ownPlugin],
    rules: Object.fromEntries(Object.keys(ownRules).map((name) => [name, 'error'])),
  }),
);

async function faultsOf(markup: string): Promise<string[]> {
  const { results } = await ours.validateString(markup);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

const document = (body: string, lang = 'en', css = ':focus-visible{outline:3px solid}'): string =>
  `<!doctype html><html lang="${lang}"><head><title>x</title><style>${css}</style></head><body><main>${body}</main></body></html>`;

const faults: readonly [rule: keyof typeof ownRules, what: string, wrong: string, right: string][] = [
  [
    'passport/real-buttons',
    'a click on a box',
    document('<div onclick="x()">Go</div>'),
    document('<button type="button" onclick="x()">Go</button>'),
  ],
  [
    'passport/real-buttons',
    'a button by its role',
    document('<span role="button" tabindex="0">Go</span>'),
    document('<a href="/" role="button">Go</a>'),
  ],
  [
    'passport/no-placeholder-label',
    'a placeholder',
    document('<input placeholder="Your name">'),
    document('<label for="n">Name</label><input id="n" placeholder="Aida">'),
  ],
  [
    'passport/grouped-choices',
    'choices without a group',
    document('<label><input type="radio" name="a">A</label>'),
    document('<fieldset><legend>Which?</legend><label><input type="radio" name="a">A</label></fieldset>'),
  ],
  [
    'passport/grouped-choices',
    'a group without a name',
    document('<fieldset><label><input type="radio" name="a">A</label></fieldset>'),
    document(
      '<div role="radiogroup" aria-label="Which?"><label><input type="radio" name="a">A</label></div>',
    ),
  ],
  [
    'passport/table-headers',
    'a table without headers',
    document('<table><tr><td>1</td></tr></table>'),
    document('<table><tr><th scope="col">A</th></tr><tr><td>1</td></tr></table>'),
  ],
  [
    'passport/table-headers',
    'a header of nothing',
    document('<table><tr><th>A</th></tr></table>'),
    document('<table><tr><th scope="row">A</th></tr></table>'),
  ],
  [
    'passport/language-of-parts',
    'Russian in an English page',
    document('<h1>Место, где хочется играть</h1>'),
    document('<h1 lang="ru">Место, где хочется играть</h1>'),
  ],
  [
    'passport/language-of-parts',
    'English in a Kyrgyz page',
    document('<p>A place to play in every room</p>', 'ky'),
    document('<p>UNICEF, Learning Passport</p>', 'ky'),
  ],
  [
    'passport/language-of-parts',
    'Russian in a page in Uzbek Cyrillic',
    document(
      '<p>Чтобы все были вместе</p><p>Мы выберем время</p><p>Дети выберут, чтобы мы были вместе</p>',
      'uz-Cyrl',
    ),
    document('<p lang="ru">Мы выберем время, чтобы все были вместе</p>', 'uz-Cyrl'),
  ],
  [
    'passport/not-by-look-alone',
    'marks that differ in colour',
    document('<p><i></i><i class="here"></i></p>'),
    document('<p>2 of 2 <span aria-hidden="true"><i></i><i class="here"></i></span></p>'),
  ],
  [
    'passport/not-by-look-alone',
    'the current one of a list',
    document('<ol><li><a href="/a">A</a></li><li class="now"><a href="/b">B</a></li></ol>'),
    document(
      '<ol><li><a href="/a">A</a></li><li class="now"><a href="/b" aria-current="page">B</a></li></ol>',
    ),
  ],
  [
    'passport/visible-focus',
    'an outline that is taken away',
    document('', 'en', 'a:focus{outline:none}'),
    document('', 'en', 'a:focus{outline:none;box-shadow:0 0 0 3px}'),
  ],
  [
    'passport/visible-focus',
    'a page without an outline',
    document('<a href="/">A</a>', 'en', 'p{margin:0}'),
    document('<a href="/">A</a>'),
  ],
];

describe('each rule finds its fault', () => {
  test.each(faults)('%s: %s', async (rule, _, wrong, right) => {
    expect((await faultsOf(wrong)).filter((fault) => fault.startsWith(rule))).not.toEqual([]);
    expect(await faultsOf(right)).toEqual([]);
  });

  test('every rule is tried', () => {
    expect(new Set(faults.map(([rule]) => rule))).toEqual(new Set(Object.keys(ownRules)));
  });
});

describe('the sites', () => {
  let sites: BuiltSites;
  beforeAll(async () => {
    sites = await ownSites();
  });
  afterAll(() => sites?.remove());

  test('no page has a fault', async () => {
    const found: string[] = [];
    const pages = sites.files.filter((file) => file.endsWith('.html'));
    for (const file of pages)
      found.push(...(await faultsOf(await sites.read(file))).map((fault) => `${file}: ${fault}`));
    expect(pages.length).toBeGreaterThan(400);
    expect(found).toEqual([]);
  });

  test.each([
    [
      'Russian in a page in Uzbek Cyrillic',
      'uz/uz-cyrl/courses/belong/room-for-all/index.html',
      ' lang="ru"',
    ],
    ['Russian in a Tajik page', 'tj/tg/courses/belong/room-for-all/index.html', ' lang="ru"'],
    ['the other languages of an English page', 'kg/en/index.html', / lang="(?:ky|ru)"/g],
  ])('it would find %s that does not say so', async (_, file, attribute) => {
    const { read } = await sitesWithGaps();
    const page = await read(file);
    const [head = '', body = ''] = page.split(/(?=<body)/);
    expect(await faultsOf(head + body.replaceAll(attribute, ''))).not.toEqual([]);
  });
});
