/**
 * Writes the release that a mirror serves onto a memory stick, for a mirror without a network.
 *
 * Each content is proved on its way: what is damaged here goes nowhere.
 */
import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, hasCode } from '../../cli/errors.ts';
import { megabytes } from '../../cli/progress.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { syncFolder, unfinished as unfinishedSuffix, writeSynced } from '../folder/write-whole.ts';
import { openParts } from './part-writer.ts';
import { bytesOfFile, type ExportPlan, filesOf, type PlannedFile, planExport } from './plan-export.ts';
import { readVerified } from './read-verified.ts';
import { exportName, formatIndex, indexName, mostParts, type StickIndex, tableName } from './stick-format.ts';
import { createTable } from './stick-table.ts';

export interface ExportRequest {
  readonly paths: MirrorPaths;
  /** The top of the stick, or any folder that is there. */
  readonly to: string;
  /** A release that the other mirror has, and that is kept here: its contents are left out. */
  readonly since?: number;
  readonly partBytes: number;
  readonly now: () => Date;
  readonly onProgress: (doneBytes: number, totalBytes: number) => void;
  readonly signal: AbortSignal;
}

export interface Exported {
  readonly folder: string;
  readonly index: StickIndex;
  /** Whether it is only taken with `--accept-stale`. */
  readonly isStale: boolean;
  /** When the next of its signatures expires, without which it is refused. */
  readonly expires: string;
}

/** @throws EnvironmentError */
export async function exportRelease(request: ExportRequest): Promise<Exported> {
  const { paths, to, since, partBytes, now } = request;
  await requireFolder(to);
  const plan = await planExport(paths, since, now());
  const { country, sequence } = plan.pointer;
  const folder = path.join(to, exportName(country, sequence, since));
  const unfinished = folder + unfinishedSuffix;
  // What an export left that was broken off.
  await rm(unfinished, { recursive: true, force: true });
  requireParts(plan, partBytes);
  await requireSpace(to, plan);
  await mkdir(unfinished);
  try {
    const index = await writeExport(unfinished, plan, request);
    await replaceFolder(unfinished, folder);
    await syncFolder(to);
    const { roles } = plan.trust;
    const lasting = [
      roles.root,
      roles.targets,
      ...(plan.trust.isStale ? [] : [roles.snapshot, roles.timestamp]),
    ];
    const [expires = ''] = lasting.map((role) => role.expires).sort();
    return { folder, index, isStale: plan.trust.isStale, expires };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

/** Makes a folder on what is there, for those who sort their stick; the place of the stick itself must be there. */
async function requireFolder(to: string): Promise<void> {
  await mkdir(to).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST', 'ENOENT', 'ENOTDIR')) throw error;
  });
  const found = await stat(to).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
  });
  if (found?.isDirectory() !== true)
    throw new EnvironmentError(
      `--to ${to}: there is no such folder. Look whether the stick is in its place, and name the folder that it has got.`,
    );
}

const contentBytes = ({ parts, objects }: ExportPlan): number =>
  parts.reduce((sum, part) => sum + bytesOfFile(part), 0) +
  objects.reduce((sum, { br, bytes }) => sum + (br ?? bytes), 0);

function requireParts(plan: ExportPlan, partBytes: number): void {
  if (contentBytes(plan) > partBytes * mostParts)
    throw new EnvironmentError(
      `The export would have more than ${mostParts} parts. Make them larger with --part-size.`,
    );
}

/** Index, names of the parts of the release, and what the last sectors of the few files take. */
const spareBytes = 1024 * 1024;
/** Of the table: a path and two numbers. */
const mostLineBytes = 100;

async function requireSpace(to: string, plan: ExportPlan): Promise<void> {
  const needed = contentBytes(plan) + plan.objects.length * mostLineBytes + spareBytes;
  const { bavail, bsize } = await statfs(to);
  if (bavail * bsize < needed)
    throw new EnvironmentError(
      `${to}: ${megabytes(needed)} are needed and ${megabytes(bavail * bsize)} are free. Remove older exports from it, take a larger stick, or export only what is new: --since SEQ.`,
    );
}

async function writeExport(
  folder: string,
  plan: ExportPlan,
  { paths, partBytes, onProgress, signal }: ExportRequest,
): Promise<StickIndex> {
  const { pointer, since } = plan;
  const total = contentBytes(plan);
  const parts = openParts(folder, partBytes);
  const table = createTable();
  try {
    for (const file of filesOf(plan, paths)) {
      const offset = parts.bytes();
      for await (const piece of piecesOf(file)) {
        signal.throwIfAborted();
        await parts.write(piece);
        onProgress(parts.bytes(), total);
      }
      table.add({ path: file.path, offset, bytes: parts.bytes() - offset });
    }
  } finally {
    await parts.close();
  }
  const text = table.end();
  await writeSynced(path.join(folder, tableName), text);
  const index: StickIndex = {
    format: 1,
    country: pointer.country,
    sequence: pointer.sequence,
    ...(since !== undefined && { since }),
    files: table.lines(),
    bytes: total,
    partBytes,
    tableBytes: text.length,
  };
  await writeSynced(path.join(folder, indexName), formatIndex(index));
  await syncFolder(folder);
  return index;
}

async function* piecesOf(file: PlannedFile): AsyncGenerator<Uint8Array> {
  if ('content' in file) yield file.content;
  else yield* readVerified(file.stored);
}

/** The same release exported again, perhaps with newer signatures, takes the place of the earlier one only when it is whole. */
async function replaceFolder(unfinished: string, folder: string): Promise<void> {
  const before = `${folder}.old~`;
  await rm(before, { recursive: true, force: true });
  await rename(folder, before).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
  await rename(unfinished, folder);
  await rm(before, { recursive: true, force: true });
}
