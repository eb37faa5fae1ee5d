import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { loadTitles } from '../../../templates/client/search/titles.client.ts';

const words = ['airport', 'bridge', 'castle', 'dragon', 'engine', 'forest'];
const paths = words.map((word) => `materials/${word}/`);

/** An index in parts, each with one title of six words; tells which parts were asked for. */
async function openIndex() {
  const asked: string[] = [];
  const parts = Object.fromEntries(words.map((word) => [word.slice(0, 2), `${word}.json`]));
  const index = { tables: { letters: {}, endings: [], mostEndings: 0 }, words: [], total: 6, parts };
  const server = createServer(({ url = '' }, response) => {
    const name = url.slice(1).replace('.json', '');
    if (name !== 'titles') asked.push(name);
    const content = name === 'titles' ? index : [[`materials/${name}/`, words.join(' '), 'Story', 'a']];
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(content));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const titles = await loadTitles(new URL(`http://127.0.0.1:${port}/titles.json`));
  const find = async (...keys: string[]): Promise<string[]> =>
    (await titles.find(keys, [])).map(({ path }) => path).sort();
  return { asked, find };
}

test('a long question is answered from the parts of its first four words', async () => {
  const { asked, find } = await openIndex();
  expect(await find(...words)).toEqual(paths.slice(0, 4));
  expect(asked.sort()).toEqual(words.slice(0, 4));
});

test('a question that grows word by word asks for no more parts than one that was pasted', async () => {
  const { asked, find } = await openIndex();
  // The longest word first, as the page sorts them: each new one comes before those that are there.
  for (let count = 1; count <= words.length; count++) await find(...words.slice(0, count).reverse());
  expect(asked).toEqual(words.slice(0, 4));
});

test('another question asks for parts of its own, and for none twice', async () => {
  const { asked, find } = await openIndex();
  await find('airport', 'bridge', 'castle', 'dragon');
  expect(await find('engine', 'airport')).toContain('materials/engine/');
  expect(asked).toEqual(['airport', 'bridge', 'castle', 'dragon', 'engine']);
});
