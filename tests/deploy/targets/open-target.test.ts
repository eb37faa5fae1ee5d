import { expect, test } from 'vitest';
import { UsageError } from '../../../build/cli/errors.ts';
import { parseAddress } from '../../../build/deploy/targets/address.ts';
import { openTarget } from '../../../build/deploy/targets/open-target.ts';
import { forEachAtOnce } from '../../../build/deploy/targets/shared/at-once.ts';
import { runCommand } from '../../support/command.ts';
import { temporaryFolder } from '../../support/content.ts';
import { failureOf, withoutWaiting } from './places.ts';

test('addresses are taken apart', () => {
  expect(parseAddress('s3://bucket.name/public/kg/')).toEqual({
    kind: 's3',
    name: 's3://bucket.name/public/kg',
    bucket: 'bucket.name',
    prefix: 'public/kg',
  });
  expect(parseAddress('s3://bucket')).toMatchObject({ name: 's3://bucket', prefix: '' });
  expect(parseAddress('azure://account1/$web')).toEqual({
    kind: 'azure',
    name: 'azure://account1/$web',
    account: 'account1',
    container: '$web',
    prefix: '',
  });
  expect(parseAddress('azure://account1/a-container/kg')).toMatchObject({ prefix: 'kg' });
  expect(parseAddress('rsync://web@host.example.org:2222/srv/my site/')).toEqual({
    kind: 'ssh',
    name: 'rsync://web@host.example.org:2222/srv/my site',
    login: 'web@host.example.org',
    host: 'host.example.org',
    port: 2222,
    folder: '/srv/my site',
  });
  expect(parseAddress('rsync://web@[2001:db8::1]/srv/site')).toMatchObject({ login: 'web@2001:db8::1' });
  expect(parseAddress('file:///srv/site/')).toMatchObject({ name: 'file:///srv/site', folder: '/srv/site' });
});

test('anything else is refused with the four forms, and is not repeated', () => {
  for (const address of [
    '',
    'dist',
    '/srv/site',
    'https://example.org/',
    'ftp://user:password@host/path',
    's3://',
    's3://b',
    's3://bucket/../other',
    's3://bucket//kg',
    's3://key:password@bucket/kg',
    'azure://account1',
    'azure://account1/container?sig=password',
    'azure://account1/con--tainer',
    'azure://ACCOUNT/container',
    'rsync://host/path',
    'rsync://user@host',
    'rsync://user@host/',
    'rsync://user@host/srv/../etc',
    'rsync://user:password@host/path',
    'rsync://user@-oProxyCommand=x/path',
    'rsync://-x@host/path',
    'rsync://user@host:0/path',
    'rsync://user@host:65536/path',
    'file://server/share',
    'file://site',
    'file:///',
  ]) {
    const parse = () => parseAddress(address);
    expect(parse, address).toThrow(UsageError);
    expect(parse, address).toThrow(
      'A place to publish to has one of these forms:\n  s3://bucket/prefix\n  azure://account/container/prefix\n  rsync://user@host/path\n  file:///srv/site',
    );
    expect(parse, address).not.toThrow('password');
  }
});

test('an endpoint with a key in it is refused, and is not repeated', async () => {
  for (const endpoint of ['https://key:password@host', 'https://host/?sig=password', 'host', 'ftp://host'])
    for (const address of ['s3://bucket', 'azure://account1/container']) {
      const opening = openTarget(address, { ...withoutWaiting, endpoint });
      await expect(opening, endpoint).rejects.toThrow(UsageError);
      await expect(opening, endpoint).rejects.not.toThrow('password');
    }
});

test('a folder below one that does not exist is told when it is opened', async () => {
  const folder = await temporaryFolder();
  expect(await failureOf(openTarget(`file://${folder}/not/there`, withoutWaiting))).toBe(
    `file://${folder}/not/there: opening it failed: ${folder}/not: there is no such file or folder. Check the path.`,
  );
});

test('no library of a cloud is loaded for a folder, nor that of another cloud', async () => {
  const loaded = async (...addresses: readonly string[]): Promise<string> => {
    const program = `
      import { openTarget } from './build/deploy/targets/open-target.ts';
      import { registerHooks } from 'node:module';
      const seen = new Set();
      registerHooks({ load(url, context, next) { seen.add(/node_modules\\/(@(?:aws-sdk\\/client-s3|azure\\/[a-z-]+))\\//.exec(url)?.[1]); return next(url, context); } });
      for (const address of ${JSON.stringify(addresses)}) await openTarget(address, { environment: { AZURE_STORAGE_KEY: 'a2V5' }, random: Math.random, sleep: async () => {} });
      console.log([...seen].filter((name) => /client-s3|storage-blob|identity/.test(name)).toSorted().join(' '));`;
    const { stdout, stderr } = await runCommand(process.execPath, [
      '--input-type=module-typescript',
      '--eval',
      program,
    ]);
    expect(stderr).toBe('');
    return stdout.trim();
  };
  expect(
    await Promise.all([
      loaded('file:///tmp', 'rsync://me@host/srv/site'),
      loaded('s3://bucket'),
      loaded('azure://account1/container'),
    ]),
  ).toEqual(['', '@aws-sdk/client-s3', '@azure/storage-blob']);
});

test('only so many are at work at once', async () => {
  let atWork = 0;
  let most = 0;
  const done: number[] = [];
  await forEachAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    most = Math.max(most, ++atWork);
    await new Promise(setImmediate);
    atWork--;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
