/** Caddy for tests, with the block of a site that is handed in. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Certificate } from './certificate.ts';
import { type FoundProgram, findOrUnpack } from './debian-program.ts';
import { freePort } from './free-port.ts';
import { type RunningServer, startProgram } from './server-process.ts';

export const findCaddy = (): Promise<FoundProgram> =>
  findOrUnpack({ program: 'usr/bin/caddy', packages: ['caddy'], trial: ['version'] });

export interface CaddyOptions {
  /** For its own files. */
  readonly folder: string;
  /** What stands in the block of the site: `root * /srv/kg` and so on. */
  readonly block: string;
  /** For HTTPS. */
  readonly certificate?: Certificate;
}

/** @throws Error with its words when it refuses the block */
export async function startCaddy(
  caddy: Exclude<FoundProgram, { missing: string }>,
  { folder, block, certificate }: CaddyOptions,
): Promise<RunningServer> {
  const address = `http${certificate === undefined ? '' : 's'}://127.0.0.1:${await freePort()}`;
  await mkdir(folder, { recursive: true });
  const configuration = path.join(folder, 'Caddyfile');
  await writeFile(
    configuration,
    `{
	admin off
	auto_https off
}
${address} {
	bind 127.0.0.1
	${certificate === undefined ? '' : `tls ${certificate.file} ${certificate.keyFile}`}
${block}
}
`,
  );
  const stop = await startProgram({
    program: caddy.program,
    args: ['run', '--config', configuration, '--adapter', 'caddyfile'],
    env: { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    ready: /serving initial configuration/,
  });
  return { url: `${address}/`, stop };
}
