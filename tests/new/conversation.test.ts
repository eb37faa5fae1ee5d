/** Conversations on a terminal that is a pair of streams: every key that an author presses, and every line that she sees. */
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { openTerminal } from '../../build/cli/ask.ts';
import { describeProblem } from '../../build/new/describe.ts';
import type { Asker } from '../../build/new/fill-form.ts';
import { listFiles } from '../support/built-sites.ts';
import { contentFolder } from '../support/content.ts';
import { faultsIn, make } from './make.ts';

const enter = '\r';
const ctrlC = '\u0003';

/** Types the next of these lines whenever something is asked. */
function author(keys: readonly string[]): { readonly asker: Asker; readonly screen: () => string } {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let screen = '';
  output.setEncoding('utf8').on('data', (text: string) => (screen += text));
  const terminal = openTerminal(input, output, true);
  onTestFinished(() => terminal.close());
  const left = [...keys];
  const asker: Asker = {
    ask(flag, question, isRepeated) {
      const answer = terminal.ask(flag, question, isRepeated);
      input.write(left.shift() ?? ctrlC);
      return answer;
    },
    tell: (problems) => {
      for (const problem of problems) terminal.tell(describeProblem(problem, 'content'));
    },
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: how a terminal moves its cursor
  return { asker, screen: () => screen.replace(/\u001b\[\d*[A-Z]/g, '').replaceAll('\r\n', '\n') };
}

test('what flags do not say is asked, a bad answer is explained at once and asked again, Enter takes what is proposed', async () => {
  const folder = await contentFolder();
  const { asker, screen } = author([
    `Rain drum${enter}`,
    enter,
    `ten to twelve${enter}`,
    `3-6${enter}`,
    `36-72${enter}`,
    `2, cogniton${enter}`,
    `2,1${enter}`,
    `kg${enter}`,
    enter,
    `bag${enter}`,
    `rain-drum${enter}`,
  ]);
  const { plan } = await make(
    folder,
    'material',
    { type: 'storey' },
    {
      ...asker,
      async ask(flag, question, isRepeated) {
        return flag === 'type' ? 'story' : asker.ask(flag, question, isRepeated);
      },
    },
  );
  expect(plan?.files[0]?.path).toBe('countries/kg/materials/rain-drum/index.en.md');
  expect(await faultsIn(folder)).toEqual([]);
  expect(screen()).toMatchInlineSnapshot(`
    "
    The name of the page, as its heading, in lists and in search results.
    title: Rain drum

    One or two sentences that say what the reader gets from this page. Shown in lists, search results and shared links; best below 200 characters.
    summary [Enter: later]: 
    type: "storey" is not one of: activity, story
      help: did you mean "story"?

    The ages of the children that this is meant for. Write fromMonths-toMonths, such as 36-72.
    ages [36-72]: ten to twelve
    ages: "ten to twelve" is not a map of fields
      help: write ages: {fromMonths: 36, toMonths: 84}
    ages [36-72]: 3-6
    ages: 3 to 6 months are babies of less than a year
      help: if years are meant, write ages: {fromMonths: 36, toMonths: 72}
    ages [3-6]: 36-72

    The areas of a child's development that this supports.
       1  language-literacy  language-literacy
       2  cognition          cognition
          one or more, divided by commas
    domains: 2, cogniton
    domains[1]: "cogniton" is not one of: language-literacy, cognition
      help: did you mean "cognition"?
    domains: 2,1

    Which national site is it for? It is shared by all of them, or belongs to one.
       1  all  all countries
       2  kg   Kyrgyzstan
    country [all]: kg

    The language that it is written in first.
       1  en  English
       2  ru  Russian
    lang [en]: 

    The name of its folder, which is a part of its address and never changes: small Latin letters, digits and hyphens.
    id [rain-drum]: bag
    there is a material "bag" already: content/shared/materials/bag/index.en.md
      help: to change some of it in one country, run: npm run new -- patch materials/bag --country kg
    id [rain-drum]: rain-drum
    "
  `);
});

test('what is only unusual can be kept', async () => {
  const { asker, screen } = author([`ru,kk${enter}`, enter, enter, enter, enter, enter]);
  const { text } = await make(await contentFolder(), 'country', { code: 'kz' }, asker);
  expect(text).toContain('- tag: kk');
  expect(screen()).toContain('English words stand in');
  expect(screen()).toContain('languages [ru,kk]: ');
});

test('choices can be named by their number, also several of them', async () => {
  const folder = await contentFolder();
  const { asker } = author([`1${enter}`, `2${enter}`, `3, 1${enter}`, enter]);
  const { text } = await make(folder, 'patch', { of: 'play/first' }, asker);
  expect(text).toMatch(/\ntitle: Первый\n[\s\S]*\ndurationMinutes: 10\n[\s\S]*\n# summary: /);
});

test.each([
  ['Ctrl-C', ctrlC],
  ['the end of the input', '\u0004'],
])('%s in the middle leaves nothing', async (_, key) => {
  const folder = await contentFolder();
  const before = await listFiles(folder);
  const { asker } = author([`Rain drum${enter}`, enter, key]);
  await expect(make(folder, 'material', {}, asker)).rejects.toThrow(
    expect.objectContaining({ name: 'InterruptedError' }),
  );
  expect(await listFiles(folder)).toEqual(before);
});
