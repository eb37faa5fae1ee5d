/** A mirror begins with a root that somebody has compared. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { initCommand } from '../../build/mirror/cli/init.ts';
import { parseRate } from '../../build/mirror/cli/rate.ts';
import { defaultConfiguration, readConfiguration } from '../../build/mirror/folder/configuration.ts';
import { mirrorPaths } from '../../build/mirror/folder/mirror-paths.ts';
import { type InitRequest, initialise } from '../../build/mirror/init.ts';
import { sha256 } from '../../build/model/paths.ts';
import { temporaryFolder } from '../support/content.ts';
import { type Publisher, publisher } from '../trust/publisher.ts';
import { deadSource } from './support/mirror.ts';

const sourceOf = ({ published }: Publisher) => ({
  ...deadSource,
  name: 'upstream',
  read: async (name: string) => published.get(name),
});

async function requestFor(one: Publisher, change: Partial<InitRequest> = {}): Promise<InitRequest> {
  return {
    paths: mirrorPaths(path.join(await temporaryFolder(), 'mirror')),
    configuration: { ...defaultConfiguration, upstreams: ['https://kg.example.org/'] },
    root: one.created.fingerprint,
    sources: [sourceOf(one)],
    program: undefined,
    warn: () => {},
    ...change,
  };
}

test('the root with the fingerprint is taken, from whichever source has it', async () => {
  const [one, other] = [await publisher(), await publisher()];
  await one.release('one', 0);
  await other.release('other', 0);
  const warnings: string[] = [];
  const request = await requestFor(one, {
    sources: [deadSource, sourceOf(other), sourceOf(one)],
    warn: (sentence) => void warnings.push(sentence),
  });
  const { country, isTrial, fingerprint } = await initialise(request);
  expect({ country, isTrial, fingerprint }).toEqual({
    country: 'kg',
    isTrial: false,
    fingerprint: one.created.fingerprint,
  });
  expect(warnings).toEqual(['dead gives no answer.', expect.stringContaining(other.created.fingerprint)]);
  expect(await readFile(request.paths.root)).toEqual(Buffer.from(one.created.root));
  expect(await readConfiguration(request.paths)).toEqual(request.configuration);
});

test('the fingerprint may be that of a later root', async () => {
  const one = await publisher();
  await one.change({ rotate: 'timestamp' });
  await one.release('one', 0);
  const second = one.published.get('metadata/2.root.json') ?? Buffer.of();
  const made = await initialise(await requestFor(one, { root: `sha256:${sha256(second)}` }));
  expect(made.fingerprint).toBe(`sha256:${sha256(second)}`);
});

test('another root is refused, and both fingerprints are named', async () => {
  const [one, thief] = [await publisher(), await publisher()];
  await thief.release('stolen', 0);
  const request = await requestFor(one, { sources: [sourceOf(thief)] });
  await expect(initialise(request)).rejects.toThrow(
    `The root of upstream has the fingerprint ${thief.created.fingerprint}, and not ${one.created.fingerprint}.`,
  );
  expect(await readdir(path.dirname(request.paths.top))).toEqual([]);
});

test('a folder with anything else is left alone, a half-made mirror is made wholly, a whole one stays', async () => {
  const one = await publisher();
  await one.release('one', 0);
  const request = await requestFor(one);
  const { paths } = request;
  await mkdir(path.join(paths.top, 'lost+found'), { recursive: true });
  await mkdir(paths.objects);
  await writeFile(`${paths.root}.new~`, 'half');
  await writeFile(path.join(paths.objects, 'photo.jpg'), '');
  await expect(initialise(request)).rejects.toThrow('is not empty: there is "objects"');
  await rm(path.join(paths.objects, 'photo.jpg'));
  await initialise(request);
  await expect(initialise(request)).rejects.toThrow(`is said in ${paths.configuration}: change it there`);
});

test.each([
  [['--root', 'sha256:00'], '--dir: say which folder'],
  [['--dir', 'x', '--root', 'sha256:00', '--from', 'https://x.example/'], 'this one has 2'],
  [['--dir', 'x', '--from', 'kg.example.org', '--root', 'r'], '--from: "kg.example.org"'],
  [['--dir', 'x', '--root', `sha256:${'0'.repeat(64)}`], 'without --from there is no place'],
  [['--dir', 'x', '--root', 'r', '--keep', '0'], '--keep: "0" is no number'],
  [['--dir', 'x', '--root', 'r', '--limit', 'fast'], '--limit: "fast" is no rate'],
  [['--dir', 'x', '--root', 'none.json'], 'there is no file "none.json"'],
])('init %j says what is wrong', async (args, words) => {
  await expect(initCommand(undefined).run(args, new AbortController().signal)).rejects.toThrow(words);
});

test.each([
  ['200k', 200_000],
  ['1.5M', 1_500_000],
  ['512kbit', 64_000],
  ['2Mbit', 250_000],
])('%s is %i bytes a second', (text, bytes) => {
  expect(parseRate(text)).toBe(bytes);
});
