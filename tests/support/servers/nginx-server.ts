/** nginx for tests, with the block of a server that is handed in. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Certificate } from './certificate.ts';
import { type FoundProgram, findOrUnpack } from './debian-program.ts';
import { freePort } from './free-port.ts';
import { type RunningServer, startProgram } from './server-process.ts';

const brotliModule = 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** With the module that sends brotli twins. */
export const findNginx = (): Promise<FoundProgram> =>
  findOrUnpack({
    program: 'usr/sbin/nginx',
    beside: [brotliModule],
    packages: ['nginx', 'libnginx-mod-http-brotli-static'],
    trial: ['-v'],
  });

export interface NginxOptions {
  /** For its own files. */
  readonly folder: string;
  /** What stands in the server block: `root /srv/kg; include …;` */
  readonly block: string;
  /** Whether it has the module; true unless said. */
  readonly hasBrotli?: boolean;
  /** For HTTPS. */
  readonly certificate?: Certificate;
}

/** @throws Error with its words when it refuses the block */
export async function startNginx(
  nginx: Exclude<FoundProgram, { missing: string }>,
  { folder, block, hasBrotli = true, certificate }: NginxOptions,
): Promise<RunningServer> {
  const port = await freePort();
  await mkdir(folder, { recursive: true });
  const configuration = path.join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  await writeFile(
    configuration,
    `${hasBrotli ? `load_module ${path.join(nginx.root, brotliModule)};` : ''}
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr notice;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port}${certificate === undefined ? '' : ' ssl'};
    ${certificate === undefined ? '' : `ssl_certificate ${certificate.file}; ssl_certificate_key ${certificate.keyFile};`}
    ${block}
  }
}
`,
  );
  const stop = await startProgram({
    program: nginx.program,
    args: ['-c', configuration, '-p', folder, '-e', 'stderr'],
    ready: /start worker process /,
  });
  return { url: `http${certificate === undefined ? '' : 's'}://127.0.0.1:${port}/`, stop };
}
