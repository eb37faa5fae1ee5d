/** `npm run mirror`: a mirror of a site, for a ministry. The same file is the beginning of the program that runs without this project. */
import { fileURLToPath } from 'node:url';
import { UsageError } from '../build/cli/errors.ts';
import type { MirrorCommand } from '../build/mirror/cli/command.ts';
import { configCommand } from '../build/mirror/cli/config.ts';
import { exportCommand } from '../build/mirror/cli/export.ts';
import { importCommand } from '../build/mirror/cli/import.ts';
import { initCommand } from '../build/mirror/cli/init.ts';
import { serveCommand } from '../build/mirror/cli/serve.ts';
import { statusCommand } from '../build/mirror/cli/status.ts';
import { syncCommand } from '../build/mirror/cli/sync.ts';
import { verifyCommand } from '../build/mirror/cli/verify.ts';
import { ownCommand, ownVersion } from '../build/mirror/program/this-program.ts';
import { keepProcessSmall } from '../build/processes/small-heap.ts';
import { run } from './run.ts';

keepProcessSmall();
// Whatever the one who runs it has: web servers are other users and read all of it, and nobody else writes, not even the program.
process.umask(0o022);

const now = (): Date => new Date();
const program = ownVersion === undefined ? undefined : fileURLToPath(import.meta.url);

const commands: Readonly<Record<string, MirrorCommand>> = {
  init: initCommand(program),
  sync: syncCommand(now),
  verify: verifyCommand(now),
  status: statusCommand(now),
  serve: serveCommand,
  config: configCommand(process.execPath),
  export: exportCommand(now),
  import: importCommand(now),
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
        ...(ownVersion === undefined
          ? []
          : ['--dir may be left out where this program lies in the folder of the mirror.']),
      ].join('\n')
    : `usage: ${ownCommand} ${command.usage}`;

await run(usage, async (_, signal) => {
  if (name === '--version' && ownVersion !== undefined) {
    console.log(ownVersion);
    return 0;
  }
  if (command !== undefined) return command.run(args, signal);
  throw new UsageError(name === '' ? 'Which command?' : `There is no command "${name}".`);
});
