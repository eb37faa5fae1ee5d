/** Looks at a folder before each call of this process that changes names in it, or waits for the disk: a kill there would leave it so. */
import fs from 'node:fs';
import promises, { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const ofPromises = ['rename', 'link', 'symlink', 'rm', 'unlink'] as const;
const ofFs = ['renameSync', 'linkSync', 'symlinkSync', 'rmSync', 'unlinkSync', 'fsyncSync', 'fsync'] as const;

/**
 * @param look must not wait for anything
 * @returns what ends it
 */
export async function beforeCalls(look: () => void): Promise<() => void> {
  const undo: (() => void)[] = [];
  let isLooking = false;
  let isOver = false;
  const watch = (holder: object, name: string): void => {
    const original: unknown = Reflect.get(holder, name);
    if (typeof original !== 'function') throw new TypeError(`there is no ${name}`);
    undo.push(() => Reflect.set(holder, name, original));
    Reflect.set(holder, name, function watched(this: unknown, ...args: unknown[]): unknown {
      if (!isLooking && !isOver) {
        isLooking = true;
        look();
        isLooking = false;
      }
      return Reflect.apply(original, this, args);
    });
  };
  for (const name of ofPromises) watch(promises, name);
  for (const name of ofFs) watch(fs, name);
  const handle = await open(import.meta.filename);
  watch(Object.getPrototypeOf(handle), 'sync');
  await handle.close();
  syncBuiltinESMExports();
  return () => {
    // Node keeps some of them where it loads its own parts late.
    isOver = true;
    for (const step of undo) step();
    syncBuiltinESMExports();
  };
}
