/** `mirror serve`: shows the mirror on this computer, for trying it out. */
import { parseArgs } from 'node:util';
import { explainSystemError, UsageError } from '../../cli/errors.ts';
import { printable } from '../../diagnostics/printable.ts';
import { readConfiguration } from '../folder/configuration.ts';
import { mirrorPaths } from '../folder/mirror-paths.ts';
import { ownCommand } from '../program/this-program.ts';
import { serveMirror } from '../serve/serve.ts';
import type { MirrorCommand } from './command.ts';
import { requireFolder } from './require-folder.ts';

export const serveCommand: MirrorCommand = {
  summary: 'shows the mirror on this computer, for trying it out',
  usage: `serve --dir DIR [--port N] [--host H]

  --dir DIR   the folder of the mirror
  --port N    where it listens (8080); 0 takes any that is free
  --host H    for whom: 127.0.0.1 for this computer alone, 0.0.0.0 for the network (127.0.0.1)

It is for trying out. For the public: ${ownCommand} config nginx, or ${ownCommand} config caddy.`,
  async run(args, signal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        dir: { type: 'string' },
        port: { type: 'string', default: '8080' },
        host: { type: 'string', default: '127.0.0.1' },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
      throw new UsageError(`--port: "${values.port}" is no port; it is a number up to 65535`);
    const paths = mirrorPaths(requireFolder(values.dir));
    await readConfiguration(paths);
    const server = await serveMirror({
      paths,
      host: values.host,
      port: Number(values.port),
      warn: (error) =>
        void process.stderr.write(`${printable(explainSystemError(error) ?? String(error))}\n`),
    });
    process.stdout.write(`The mirror is at ${server.url} – Ctrl-C ends it.\n`);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await server.close();
    return 0;
  },
};
