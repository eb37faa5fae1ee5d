/** A server that is reached over SSH: rsync carries the files, a shell there does the rest. */
import { randomBytes } from 'node:crypto';
import { EnvironmentError } from '../../../cli/errors.ts';
import type { SshAddress } from '../address.ts';
import type { TargetOptions } from '../options.ts';
import { attemptsOf, type Effort } from '../shared/attempts.ts';
import { checkSiteFolder, checkSitePaths } from '../shared/site-path.ts';
import type { Target } from '../target.ts';
import { inBatches } from './batches.ts';
import { quoteForShell } from './command-line.ts';
import { runProgram } from './run-program.ts';
import {
  createScript,
  exitCodes,
  listScript,
  prepareScript,
  readScript,
  removeScript,
} from './server-scripts.ts';
import { openConnection, type SharedConnection } from './shared-connection.ts';
import { type SshCommand, sshCommand, withOptions } from './ssh-command.ts';
import { ProgramError, sshFaultOf, sshRemedies } from './ssh-fault.ts';
import { uploadFiles } from './upload-files.ts';

/** In the folder of the site, so that a move out of it is one step. */
const incoming = '.passport-incoming';

/** @throws UsageError when PASSPORT_SSH is no command */
export async function openSshTarget(address: SshAddress, options: TargetOptions): Promise<Target> {
  const { name, folder } = address;
  const { environment } = options;
  const own = sshCommand(address, environment);
  let connection: Promise<SharedConnection> | undefined;
  /** With the connection that all steps share, which the first one opens. */
  const connected = async (): Promise<SshCommand> => {
    connection ??= openConnection(own.words, address.login, environment);
    return withOptions(own, (await connection).options);
  };
  const attempt = attemptsOf(name, sshFaultOf, sshRemedies, options);

  /** Runs a script on the server. Its own exit codes are answers; any other but 0 is a fault. */
  const onServer = (effort: Effort, script: string, args: readonly string[], input?: Uint8Array) =>
    attempt(effort, async ({ signal, number }) => {
      const command = ['exec', 'sh', '-c', script, 'passport', folder, ...args].map(quoteForShell).join(' ');
      const [program = 'ssh', ...words] = [...(await connected()).words, '--', address.login, command];
      const { code, stdout, stderr } = await runProgram(program, words, { input, environment, signal });
      if (code === exitCodes.outside)
        throw new EnvironmentError(
          `${name}: ${effort.what} failed: a link in it leads to another place, so it was left alone. Remove the link.`,
        );
      if (code !== 0 && code !== exitCodes.missing && code !== exitCodes.exists)
        throw new ProgramError('ssh', code === exitCodes.incomplete ? 255 : code, stderr);
      return { code, stdout, isFirst: number === 1 };
    });

  let prepared: Promise<unknown> | undefined;
  /** Once, before the first change. */
  const prepare = (signal: AbortSignal | undefined): Promise<unknown> => {
    prepared ??= onServer({ what: 'opening it', signal }, prepareScript, [incoming]).catch(
      (error: unknown) => {
        prepared = undefined;
        throw error;
      },
    );
    return prepared;
  };
  const read = async (path: string, signal: AbortSignal | undefined) => {
    const { code, stdout } = await onServer({ what: `reading "${path}"`, signal }, readScript, [path]);
    return code === exitCodes.missing ? undefined : new Uint8Array(stdout);
  };

  return {
    name,
    servesTwins: true,
    async read(path, signal) {
      checkSitePaths(name, [path]);
      return read(path, signal);
    },
    async create(path, content, _type, signal) {
      checkSitePaths(name, [path]);
      await prepare(signal);
      const effort = { what: `creating "${path}"`, bytes: content.length, signal };
      const beside = `.passport-${randomBytes(6).toString('hex')}~`;
      const args = [path, beside, String(content.length)];
      const { code, isFirst } = await onServer(effort, createScript, args, content);
      if (code === 0 || isFirst) return code === 0;
      // An attempt before may have succeeded without our hearing of it.
      return Buffer.from((await read(path, signal)) ?? []).equals(content);
    },
    async write(files, onDone, signal) {
      checkSitePaths(
        name,
        files.map(({ path }) => path),
      );
      if (files.length === 0) return;
      await prepare(signal);
      for (const batch of inBatches(files)) {
        const bytes = batch.reduce((sum, file) => sum + file.bytes, 0);
        const what = batch.length === 1 ? `writing "${batch[0]?.path}"` : `writing ${batch.length} files`;
        await attempt({ what, bytes, signal }, async ({ signal: ends }) =>
          uploadFiles(batch, {
            ssh: await connected(),
            destination: `${own.rsyncLogin}:${folder}/`,
            incoming,
            environment,
            signal: ends,
          }),
        );
        for (const file of batch) onDone(file);
      }
    },
    async remove(paths, signal) {
      checkSitePaths(name, paths);
      if (paths.length === 0) return;
      const what = paths.length === 1 ? `removing "${paths[0]}"` : `removing ${paths.length} files`;
      const lines = Buffer.from(
        paths
          .toSorted()
          .map((path) => `${path}\n`)
          .join(''),
      );
      await onServer({ what, bytes: lines.length, signal }, removeScript, [], lines);
    },
    async list(siteFolder, signal) {
      checkSiteFolder(name, siteFolder);
      const below = siteFolder === '' ? '.' : siteFolder.slice(0, -1);
      const { stdout } = await onServer({ what: `listing "${siteFolder}"`, signal }, listScript, [below]);
      return stdout
        .toString()
        .split('\0')
        .filter((found) => found !== '')
        .map((found) => siteFolder + found.replace(/^\.\//, ''))
        .filter(
          (path) => !path.startsWith(`${incoming}/`) && !/(?:^|\/)\.passport-[0-9a-f]{12}~$/.test(path),
        );
    },
    async close() {
      await (await connection)?.close();
      connection = undefined;
    },
  };
}
