/** A real sshd on loopback, for the user of the tests, with a key and an empty home of its own. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findOrInstall, findProgram } from './find-or-install.ts';
import { freePort } from './free-port.ts';
import { keepRunning, waitForPort } from './keep-running.ts';

const runFile = promisify(execFile);

export interface SshServer {
  readonly port: number;
  /** The address of a folder on it. */
  address(folder: string): string;
  /** Of a new folder on it, which goes with the server. */
  site(name: string): { readonly folder: string; readonly address: string };
  /** What a deployment needs to be let in. */
  readonly environment: Readonly<Record<string, string>>;
  /** The same for PASSPORT_SSH, with a key that is not let in. */
  readonly wrongKey: string;
  /** With a key for which the disk is full: no file of more than some KB can be written. */
  readonly limitedKey: string;
  stop(): Promise<void>;
}

/** @returns why there can be none, in a few words; nothing when there can */
export const whyNoSshServer = (): Promise<string | undefined> =>
  findOrInstall(['sshd', 'ssh', 'ssh-keygen', 'rsync'], ['openssh-server', 'openssh-client', 'rsync']);

export async function startSshServer(): Promise<SshServer> {
  const port = await freePort();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'passport-ssh-'));
  const at = (name: string): string => path.join(folder, name);
  for (const name of ['host', 'user', 'wrong', 'limited'])
    await runFile('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', at(name)]);
  await mkdir(at('sites'));
  // The disk refuses what is too long with an error only where the signal that goes before is not heeded.
  const limit = `command="trap '' XFSZ; ulimit -f 16; exec sh -c \\"$SSH_ORIGINAL_COMMAND\\""`;
  const [user, limited] = await Promise.all(
    ['user', 'limited'].map((key) => readFile(at(`${key}.pub`), 'utf8')),
  );
  await writeFile(at('authorized_keys'), `${user}${limit} ${limited}`, { mode: 0o600 });
  await writeFile(at('known_hosts'), `[127.0.0.1]:${port} ${await readFile(at('host.pub'), 'utf8')}`);
  await writeFile(
    at('sshd_config'),
    `Port ${port}
ListenAddress 127.0.0.1
HostKey ${at('host')}
AuthorizedKeysFile ${at('authorized_keys')}
PidFile none
UsePAM no
StrictModes no
MaxStartups 100
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
SetEnv HOME=${folder}
`,
  );
  // What Debian's own service makes before it starts one.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true });
  const program = (await findProgram('sshd')) ?? 'sshd';
  const server = keepRunning(program, ['-D', '-e', '-f', at('sshd_config')], {
    folder,
    ownerPid: process.pid,
  });
  await waitForPort(port, server);
  const address = (site: string): string => `rsync://${os.userInfo().username}@127.0.0.1:${port}${site}`;
  const withKey = (key: string): string =>
    `ssh -F none -i ${at(key)} -o IdentitiesOnly=yes -o IdentityAgent=none -o UserKnownHostsFile=${at('known_hosts')}`;
  return {
    port,
    address,
    site: (name) => ({
      folder: path.join(at('sites'), name),
      address: address(path.join(at('sites'), name)),
    }),
    environment: { PATH: process.env.PATH ?? '', PASSPORT_SSH: withKey('user') },
    wrongKey: withKey('wrong'),
    limitedKey: withKey('limited'),
    stop: server.stop,
  };
}
