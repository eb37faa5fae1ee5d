/** What an administrator decides: `mirror.json`. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { EnvironmentError, hasCode } from '../../cli/errors.ts';
import {
  FormatError,
  fieldsOf,
  listOf,
  parseJson,
  requireFormat,
  textOf,
} from '../../model/release/plain-json.ts';
import { ownCommand } from '../program/this-program.ts';
import type { MirrorPaths } from './mirror-paths.ts';
import { onDiskOf } from './on-disk-of.ts';

export interface MirrorConfiguration {
  readonly format: 1;
  /** Addresses with a slash at their end; the next one is asked where the one before fails. May be empty: a mirror that is fed by sticks. */
  readonly upstreams: readonly string[];
  /** Who keeps the mirror, for readers: `Министерство образования`. */
  readonly name?: string;
  /** How many releases stay, the current one among them; at least 1. */
  readonly keptReleases: number;
  readonly limitBytesPerSecond?: number;
  /** How many files are fetched at the same time at most. */
  readonly mostConnections: number;
  /** Whether a newer program is taken from a verified release. */
  readonly updatesProgram: boolean;
}

export const defaultConfiguration: Omit<MirrorConfiguration, 'upstreams'> = {
  format: 1,
  keptReleases: 3,
  mostConnections: 6,
  updatesProgram: true,
};

export const formatConfiguration = (configuration: MirrorConfiguration): string =>
  `${JSON.stringify(configuration, null, 2)}\n`;

/** @throws EnvironmentError for a folder that is no mirror, and for a file that says what it cannot */
export async function readConfiguration({
  top,
  configuration,
  state,
}: MirrorPaths): Promise<MirrorConfiguration> {
  try {
    return parseConfiguration(await onDiskOf(top, () => readFile(configuration)));
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR'))
      throw new EnvironmentError(
        existsSync(state)
          ? `${configuration} is missing, which says where the mirror takes releases from. Make another mirror in an empty folder (${ownCommand} init), and copy its mirror.json here.`
          : `"${top}" is no mirror. Make one first: ${ownCommand} init --dir ${top} --from URL --root sha256:…, or say with --dir where it is.`,
      );
    if (!(error instanceof FormatError)) throw error;
    throw new EnvironmentError(`${configuration} cannot be used: ${error.message}. Correct it.`);
  }
}

function parseText(content: Uint8Array | string): unknown {
  try {
    return parseJson(content);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new FormatError(
      `${error.message}: look for a comma before a closing bracket, and for a missing comma or quotation mark`,
    );
  }
}

const fieldNames: ReadonlySet<string> = new Set<keyof MirrorConfiguration>([
  'format',
  'upstreams',
  'name',
  'keptReleases',
  'limitBytesPerSecond',
  'mostConnections',
  'updatesProgram',
]);

/**
 * What an administrator has left out is as it is by default.
 *
 * @throws FormatError, also for a field that is spelt in another way: a limit that nobody reads would limit nothing
 */
export function parseConfiguration(content: Uint8Array | string): MirrorConfiguration {
  const fields = fieldsOf(parseText(content), 'it');
  requireFormat(fields);
  const unknown = Object.keys(fields).find((name) => !fieldNames.has(name));
  if (unknown !== undefined)
    throw new FormatError(`it has "${unknown}", and may have ${[...fieldNames].join(', ')}`);
  const {
    name,
    limitBytesPerSecond,
    keptReleases = defaultConfiguration.keptReleases,
    mostConnections = defaultConfiguration.mostConnections,
    updatesProgram = defaultConfiguration.updatesProgram,
  } = fields;
  if (typeof updatesProgram !== 'boolean') throw new FormatError('updatesProgram is neither true nor false');
  return {
    format: 1,
    upstreams: listOf(fields.upstreams, 'upstreams').map(upstreamOf),
    ...(name !== undefined && { name: textOf(name, 'name') }),
    keptReleases: fromOne(keptReleases, 'keptReleases'),
    ...(limitBytesPerSecond !== undefined && {
      limitBytesPerSecond: fromOne(limitBytesPerSecond, 'limitBytesPerSecond'),
    }),
    mostConnections: fromOne(mostConnections, 'mostConnections'),
    updatesProgram,
  };
}

/**
 * Returns an address as it is kept: without a query, with a slash at its end.
 *
 * @throws FormatError for what is no address of a server
 */
export function upstreamOf(value: unknown): string {
  const text = textOf(value, 'upstreams');
  if (!URL.canParse(text)) throw new FormatError(`"${text}" is no address; it begins with https://`);
  const { protocol, username, password, search, hash, href } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new FormatError(`"${text}" is no address of a web server; it begins with https://`);
  if (username !== '' || password !== '' || search !== '' || hash !== '')
    throw new FormatError(`"${text}" has more than a server and a path`);
  return href.endsWith('/') ? href : `${href}/`;
}

function fromOne(value: unknown, where: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    throw new FormatError(`${where} is no whole number from 1 on: 3, or 200000, without quotation marks`);
  return value;
}
