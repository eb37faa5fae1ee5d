import { expect, onTestFinished, test, vi } from 'vitest';
import { EnvironmentError, UsageError } from '../../../build/cli/errors.ts';
import { serveCommand } from '../../../build/mirror/cli/serve.ts';
import { temporaryFolder } from '../../support/content.ts';
import { smallSite } from '../../support/publish.ts';
import { smallMirror } from '../support/mirror-folder.ts';

test('it says where the mirror is, and ends with 0 when it is interrupted', async () => {
  const { paths } = await smallMirror(smallSite);
  const interrupt = new AbortController();
  const said = new Promise<string>((resolve) => {
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      resolve(String(text));
      return true;
    });
    onTestFinished(() => spy.mockRestore());
  });
  const ended = serveCommand.run(['--dir', paths.top, '--port', '0'], interrupt.signal);
  const [, url = ''] =
    /^The mirror is at (http:\/\/localhost:\d+\/) – Ctrl-C ends it\.\n$/.exec(await said) ?? [];
  expect((await fetch(url.replace('localhost', '127.0.0.1'))).status).toBe(200);
  interrupt.abort();
  expect(await ended).toBe(0);
});

test('a port that is none is wrong usage, and a folder that is no mirror a fault of the environment', async () => {
  const { signal } = new AbortController();
  const dir = await temporaryFolder();
  await expect(serveCommand.run(['--dir', dir, '--port', '70000'], signal)).rejects.toThrow(UsageError);
  await expect(serveCommand.run(['--dir', dir, '--port', '0'], signal)).rejects.toThrow(EnvironmentError);
});
