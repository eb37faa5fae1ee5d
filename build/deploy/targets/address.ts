/** The address of a target, taken apart. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../../cli/errors.ts';
import { isSitePath } from './shared/site-path.ts';

/** `name` is the address as it may be shown. A prefix has no slash at either end, and is empty for the whole. */
export type Address =
  | { readonly kind: 'folder'; readonly name: string; readonly folder: string }
  | { readonly kind: 's3'; readonly name: string; readonly bucket: string; readonly prefix: string }
  | {
      readonly kind: 'azure';
      readonly name: string;
      readonly account: string;
      readonly container: string;
      readonly prefix: string;
    }
  | SshAddress;

export interface SshAddress {
  readonly kind: 'ssh';
  readonly name: string;
  /** `user@host`, as ssh takes it. */
  readonly login: string;
  readonly host: string;
  readonly port?: number;
  /** Absolute, without a slash at its end. */
  readonly folder: string;
}

const forms = `A place to publish to has one of these forms:
  s3://bucket/prefix
  azure://account/container/prefix
  rsync://user@host/path
  file:///srv/site`;

/** @throws UsageError that never repeats the address, since somebody may have written a password into it */
export function parseAddress(address: string): Address {
  const [, scheme = '', rest = ''] = /^(s3|azure|rsync|file):\/\/(.+)$/.exec(address) ?? [];
  const parsed = parsers[scheme]?.(rest);
  if (parsed === undefined) throw new UsageError(forms);
  return parsed;
}

const parsers: Readonly<Record<string, (rest: string) => Address | undefined>> = {
  s3(rest) {
    const [bucket = '', ...folders] = rest.split('/');
    const prefix = toPrefix(folders);
    // Names of buckets of Amazon; others also allow capitals and underscores.
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]$/.test(bucket) || prefix === undefined)
      return undefined;
    return { kind: 's3', name: `s3://${[bucket, prefix].filter(Boolean).join('/')}`, bucket, prefix };
  },
  azure(rest) {
    const [account = '', container = '', ...folders] = rest.split('/');
    const prefix = toPrefix(folders);
    const isContainer = /^(?:[a-z0-9](?:-?[a-z0-9]){2,62}|\$web|\$root)$/.test(container);
    if (!/^[a-z0-9]{3,24}$/.test(account) || !isContainer || prefix === undefined) return undefined;
    const name = `azure://${[account, container, prefix].filter(Boolean).join('/')}`;
    return { kind: 'azure', name, account, container, prefix };
  },
  rsync(rest) {
    // A name that begins with a hyphen would be an option to ssh.
    const parts =
      /^(?<user>\w[\w.-]*)@(?<host>[A-Za-z0-9][\w.-]*|\[[0-9a-fA-F:]+\])(?::(?<port>\d{1,5}))?(?<folder>\/.*)$/.exec(
        rest,
      )?.groups;
    const folder = toPrefix((parts?.folder ?? '').split('/').slice(1));
    if (parts === undefined || !folder) return undefined;
    const host = (parts.host ?? '').replace(/^\[|\]$/g, '');
    const port = parts.port === undefined ? undefined : Number(parts.port);
    if (port !== undefined && (port === 0 || port > 65_535)) return undefined;
    const name = `rsync://${parts.user}@${parts.host}${port === undefined ? '' : `:${port}`}/${folder}`;
    const login = `${parts.user}@${host}`;
    return { kind: 'ssh', name, login, host, ...(port !== undefined && { port }), folder: `/${folder}` };
  },
  file(rest) {
    try {
      const folder = path.resolve(fileURLToPath(`file://${rest}`));
      if (path.dirname(folder) === folder) return undefined;
      return { kind: 'folder', name: `file://${rest.replace(/\/+$/, '')}`, folder };
    } catch {
      return undefined;
    }
  },
};

function toPrefix(folders: readonly string[]): string | undefined {
  const prefix = folders.join('/').replace(/\/$/, '');
  // What follows a question mark or a hash in an address is often a signature.
  return prefix === '' || (isSitePath(prefix) && !/[?#]/.test(prefix)) ? prefix : undefined;
}
