import { expect, test } from 'vitest';
import { explainSystemError } from '../../build/cli/errors.ts';

const failed = (code: string, syscall: string, path?: string): Error =>
  Object.assign(new Error(code), { code, syscall, ...(path !== undefined && { path }) });

test.each([
  [
    failed('EACCES', 'scandir', 'content/shared'),
    'content/shared: access is denied. Give yourself the right to read it.',
  ],
  [
    failed('EACCES', 'open', 'content/site.yml'),
    'content/site.yml: access is denied. Check your rights to this file and to the folders above it.',
  ],
  [
    failed('EPERM', 'mkdir', 'dist'),
    'dist: access is denied. Give yourself the right to write there, or let the output go to another folder.',
  ],
  [
    failed('EACCES', 'listen'),
    'access is denied. A port below 1024 needs special rights; choose another one with --port.',
  ],
  [
    failed('ENOSPC', 'watch', 'content'),
    'content: this computer cannot watch more files. Close other programs that do, or raise the limit (on Linux: fs.inotify.max_user_watches).',
  ],
  [
    failed('ENOSPC', 'write'),
    'the disk is full. Free some space and run the command again; nothing that was published has changed.',
  ],
  [new Error('of ours'), undefined],
])('%s', (error, sentence) => {
  expect(explainSystemError(error)).toBe(sentence);
});

test('a system error is found where another error wraps it', () => {
  expect(explainSystemError(new Error('outer', { cause: failed('ENOENT', 'open', 'a.md') }))).toBe(
    'a.md: there is no such file or folder. Check the path.',
  );
});
