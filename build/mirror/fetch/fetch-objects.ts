/**
 * Brings contents that a mirror does not have: made of older ones by patches where that saves bytes, else compressed, else as they are.
 *
 * Small ones come first: each is whole after a moment and stays whatever happens then, while a long one at the end goes on where it was
 * cut off. A line that breaks every minute thus still brings the most files.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../../cli/errors.ts';
import type { Delta } from '../../model/release/delta.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import { namesIn } from '../../output/names-in.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { incomingPart } from '../objects/incoming.ts';
import { mostHeldBytes } from '../objects/pack-bytes.ts';
import {
  flush,
  storeBytes,
  storeCompressed,
  storePacked,
  storePlain,
  type WantedObject,
} from '../objects/store-object.ts';
import type { Source } from '../sources/source.ts';
import { applyPatches, loadBytes } from './apply-patches.ts';
import { gatheredBytes, type WantedFile } from './download.ts';
import { fetchFile, type Run } from './fetch-file.ts';
import { type FittedLanes, fittedLanes } from './fitted-lanes.ts';
import { forEachInLanes } from './lanes.ts';
import { requireRoom } from './require-room.ts';
import { openTally } from './tally.ts';
import { upstreamsOf } from './upstreams.ts';

export interface FetchRequest {
  readonly paths: MirrorPaths;
  /** In order; the next one is asked where one fails. */
  readonly sources: readonly Source[];
  /** Distinct, and not here. */
  readonly wanted: readonly WantedObject[];
  /** Verified; its patches are used where the older contents are here, and it saves bytes. */
  readonly patches?: { readonly delta: Delta };
  readonly mostConnections: number;
  readonly onProgress: (doneBytes: number, totalBytes: number) => void;
  /** Is told of sources that gave wrong bytes; another one is asked. */
  readonly warn: (sentence: string) => void;
  readonly signal: AbortSignal;
  /** Between two rounds over sources that could not be reached. */
  readonly pausesMs?: readonly number[];
}

export interface Fetched {
  readonly objects: number;
  /** How many of them were made by patches. */
  readonly patched: number;
}

const defaultPausesMs = [1000, 4000, 15_000, 30_000];

/**
 * @throws EnvironmentError when one cannot be had, after all others were, or when the disk has no room; the error of the file system;
 * the reason of the signal. What has come is kept.
 */
export async function fetchObjects(request: FetchRequest): Promise<Fetched> {
  const { paths, sources, wanted, patches, onProgress, warn, signal, pausesMs = defaultPausesMs } = request;
  if (wanted.length === 0) return { objects: 0, patched: 0 };
  await mkdir(paths.incoming, { recursive: true });
  await mkdir(paths.objects, { recursive: true });
  await requireRoom(paths, wanted, patches?.delta.pack?.bytes ?? 0);
  const tally = openTally(onProgress);
  tally.expect(wanted.reduce((sum, object) => sum + loadBytes(object), 0));
  const lanes = fittedLanes(request.mostConnections, tally);
  const run: Run = {
    upstreams: upstreamsOf(sources),
    tally: lanes.tally,
    pausesMs,
    warn,
    onUnreachable: lanes.onUnreachable,
    signal,
  };
  try {
    const made = patches === undefined ? new Set() : await applyPatches(paths, wanted, patches.delta, run);
    const rest = wanted
      .filter((object) => !made.has(object.sha256))
      .sort((a, b) => loadBytes(a) - loadBytes(b));
    tally.expect(-(await keptBytes(paths, rest)));
    await fetchAll(paths, rest, run, lanes);
    return { objects: wanted.length, patched: made.size };
  } finally {
    await flush(paths.objects);
  }
}

async function fetchAll(
  paths: MirrorPaths,
  objects: readonly WantedObject[],
  run: Run,
  lanes: FittedLanes,
): Promise<void> {
  const lost: WantedObject[] = [];
  let unreachableInRow = 0;
  await forEachInLanes(objects, lanes, async (object) => {
    run.signal.throwIfAborted();
    const outcome =
      unreachableInRow >= mostUnreachableInRow ? 'unreachable' : await fetchObject(paths, object, run);
    if (outcome === 'kept') unreachableInRow = 0;
    else lost.push(object);
    if (outcome === 'unreachable') unreachableInRow++;
  });
  const [first] = lost;
  if (first === undefined) return;
  const reasons = [...new Set(run.upstreams.flatMap(({ reason }) => reason ?? []))];
  const answers = reasons.length > 0 ? reasons : ['No upstream is named: write one into mirror.json.'];
  throw new EnvironmentError(
    `${lost.length} of ${objects.length} files cannot be had, ${releasePaths.object(first.sha256)} among them. ${answers.join(' ')} What has come is kept; run the command again.`,
  );
}

/** When so many could not be had after all pauses, the line is down. */
const mostUnreachableInRow = 3;

async function fetchObject(paths: MirrorPaths, object: WantedObject, run: Run): ReturnType<typeof fetchFile> {
  return fetchFile(variantsOf(paths, object), run);
}

/** How much of what is wanted came before it was broken off. */
async function keptBytes(paths: MirrorPaths, wanted: readonly WantedObject[]): Promise<number> {
  const names = new Set(await namesIn(paths.incoming));
  let bytes = 0;
  for (const object of wanted)
    for (const file of variantsOf(paths, object))
      if (names.has(path.basename(file.part))) bytes += Math.min(gatheredBytes(file), loadBytes(object));
  return bytes;
}

/** Comes in some seconds over any line: so much a kill may lose of each that is under way. */
const mostAtOnceBytes = 32 * 1024;

const variantsOf = (paths: MirrorPaths, object: WantedObject): readonly WantedFile[] => [
  ...compressedOf(paths, object),
  plainOf(paths, object),
];

function plainOf(paths: MirrorPaths, object: WantedObject): WantedFile {
  const part = incomingPart(paths, object.sha256);
  return {
    path: releasePaths.object(object.sha256),
    part,
    bytes: object.bytes,
    mostBytes: object.bytes,
    accept: () => storePlain(paths, object, part),
    ...(object.bytes <= mostAtOnceBytes && {
      acceptBytes: (bytes: Buffer) => storeBytes(paths, object, bytes),
    }),
  };
}

function compressedOf(paths: MirrorPaths, object: WantedObject): readonly WantedFile[] {
  if (object.br === undefined) return [];
  const part = incomingPart(paths, `${object.sha256}.br`);
  // A mirror that made its copy itself may have one of a few bytes more.
  const mostBytes = object.br + Math.ceil(object.br / 16) + 64;
  return [
    {
      path: `${releasePaths.object(object.sha256)}.br`,
      part,
      bytes: object.br,
      mostBytes,
      accept: () => storeCompressed(paths, object, part),
      ...(mostBytes <= mostAtOnceBytes &&
        object.bytes <= mostHeldBytes && {
          acceptBytes: (packed: Buffer) => storePacked(paths, object, packed),
        }),
    },
  ];
}
