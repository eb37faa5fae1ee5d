/** `npm run mirror`: a mirror of a site, for a ministry. The same file is the beginning of the program that runs without this project. */
import { fileURLToPath } from 'node:url';
import { UsageError } from '../build/cli/errors.ts';
import type { MirrorCommand } from '../build/mirror/cli/command.ts';
import { initCommand } from '../build/mirror/cli/init.ts';
import { statusCommand } from '../build/mirror/cli/status.ts';
import { syncCommand } from '../build/mirror/cli/sync.ts';
import { ownCommand, ownVersion } from '../build/mirror/program/this-program.ts';
import { keepProcessSmall } from '../build/processes/small-heap.ts';
import { run } from './run.ts';

keepProcessSmall();

const now = (): Date => new Date();
const program = ownVersion === undefined ? undefined : fileURLToPath(import.meta.url);

const commands: Readonly<Record<string, MirrorCommand>> = {
  init: initCommand(program),
  sync: syncCommand(now),
  status: statusCommand(now),
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

const list = Object.entries(commands).map(([one, { summary }]) => `  ${one.padEnd(10)}${summary}`);
const usage =
  command === undefined
    ? [
        `usage: ${ownCommand} COMMAND --dir DIR …`,
        '',
        ...list,
        '',
        `${ownCommand} COMMAND --help says more.`,
      ].join('\n')
    : `usage: ${ownCommand} ${command.usage}`;

await run(usage, async (_, signal) => {
  if (command !== undefined) return command.run(args, signal);
  throw new UsageError(name === '' ? 'Which command?' : `There is no command "${name}".`);
});
