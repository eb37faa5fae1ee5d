/** What is asked without being seen. */
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askSecret } from '../../build/cli/ask-secret.ts';
import { InterruptedError } from '../../build/cli/errors.ts';

function terminal(): { input: PassThrough; output: PassThrough; seen: () => string } {
  const [input, output] = [new PassThrough(), new PassThrough()];
  return { input, output, seen: () => String(output.read() ?? '') };
}

test('what is typed is returned, and not shown', async () => {
  const { input, output, seen } = terminal();
  const answer = askSecret('passphrase', input, output);
  // A slip is taken back with the delete key.
  input.write('seven swanz\x7fs  in spring\r');
  expect(await answer).toBe('seven swans  in spring');
  expect(seen()).toBe('passphrase: \n');
});

test.each([
  ['Ctrl-C', (input: PassThrough) => void input.write('seven\x03')],
  ['the end of the input', (input: PassThrough) => void input.end()],
])('%s ends the question', async (_, act) => {
  const { input, output } = terminal();
  const answer = askSecret('passphrase', input, output);
  act(input);
  await expect(answer).rejects.toThrow(InterruptedError);
});
