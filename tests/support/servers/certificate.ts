/** A certificate of nobody's for loopback, made anew for each test that asks for HTTPS. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export interface Certificate {
  readonly file: string;
  readonly keyFile: string;
  /** For a client that shall trust it. */
  readonly pem: string;
}

/** @param folder for its two files */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const file = path.join(folder, 'certificate.pem');
  const keyFile = path.join(folder, 'key.pem');
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  await promisify(execFile)('openssl', ['req', '-x509', ...curve, ...name, '-keyout', keyFile, '-out', file]);
  return { file, keyFile, pem: await readFile(file, 'utf8') };
}
