/** `mirror config`: what nginx, Caddy and systemd are told of a mirror. It changes nothing of the machine. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isCountryCode } from '../../../schemas/brands.ts';
import { hasCode, UsageError } from '../../cli/errors.ts';
import { parseRoot, remarksOf } from '../../trust/metadata.ts';
import { readConfiguration } from '../folder/configuration.ts';
import { type MirrorPaths, mirrorPaths } from '../folder/mirror-paths.ts';
import { readState } from '../folder/state.ts';
import { caddySite } from '../servers/caddy-site.ts';
import { nginxServer } from '../servers/nginx-server.ts';
import { describeMirror } from '../servers/served-mirror.ts';
import { installation, systemdUnits } from '../servers/systemd-units.ts';
import type { MirrorCommand } from './command.ts';
import { requireFolder } from './require-folder.ts';

/** @param node the program of Node that runs this, by its absolute path */
export const configCommand = (node: string): MirrorCommand => ({
  summary: 'prints what nginx, Caddy and systemd are told of the mirror',
  usage: `config nginx|caddy|systemd --dir DIR [--host-name NAME]… [--out FOLDER]

  --dir DIR         the folder of the mirror
  --host-name NAME  what readers type, for nginx and Caddy; may be given again for others
  --out FOLDER      write the files there, instead of printing them

Each file says in its first lines what to do with it.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        dir: { type: 'string' },
        'host-name': { type: 'string', multiple: true, default: [] },
        out: { type: 'string' },
      },
    });
    const [kind, ...more] = positionals;
    if ((kind !== 'nginx' && kind !== 'caddy' && kind !== 'systemd') || more.length > 0)
      throw new UsageError('say for what: config nginx, config caddy or config systemd');
    const dir = requireFolder(values.dir);
    const paths = mirrorPaths(dir);
    await readConfiguration(paths);
    const mirror = describeMirror(dir, values['host-name'], await countryOf(paths));
    if (kind === 'systemd' && mirror.hostNames.length > 0)
      throw new UsageError('--host-name: systemd does not need to know it');
    const files = {
      nginx: () => new Map([[`${mirror.name}.conf`, nginxServer(mirror)]]),
      caddy: () => new Map([[`${mirror.name}.caddy`, caddySite(mirror)]]),
      systemd: () => withInstallation(systemdUnits(mirror, outsideOfProject(node)), installation(mirror)),
    }[kind]();
    if (values.out === undefined) process.stdout.write(inOneText(files));
    else await writeAll(values.out, files);
    return 0;
  },
});

/** What is served says it, else the root that is trusted; nothing where a mirror has neither yet. */
async function countryOf(paths: MirrorPaths): Promise<string | undefined> {
  const country = (await readState(paths)).current?.country ?? (await countryOfRoot(paths));
  return country !== undefined && isCountryCode(country) ? country : undefined;
}

async function countryOfRoot({ root }: MirrorPaths): Promise<string | undefined> {
  try {
    return remarksOf(parseRoot(await readFile(root), root).signed).country;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const withInstallation = (units: ReadonlyMap<string, string>, comment: string): ReadonlyMap<string, string> =>
  new Map([...units].map(([name, text], index) => [name, index === 0 ? `${comment}\n${text}` : text]));

/** A Node among the packages of a project is not one for the whole machine. */
const outsideOfProject = (node: string): string => (node.includes('node_modules') ? '/usr/bin/node' : node);

const inOneText = (files: ReadonlyMap<string, string>): string =>
  files.size === 1
    ? [...files.values()].join('')
    : [...files].map(([name, text]) => `# ---- ${name}\n${text}`).join('\n');

async function writeAll(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) {
    await writeFile(path.join(folder, name), text);
    process.stdout.write(`${path.join(folder, name)}\n`);
  }
}
