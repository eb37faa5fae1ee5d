/**
 * What a deployment has uploaded, so that one that was killed can be taken up where it stood. It holds only as long as nobody else has
 * deployed in between: then the next one follows upon the lock of the one that was killed.
 */
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../model/paths.ts';

export interface ResumeJournal {
  has(path: string): boolean;
  add(path: string): void;
  /** Forgets all, since the deployment has ended. */
  end(): void;
}

export interface JournalRequest {
  /** `releases/kg` */
  readonly folder: string;
  readonly targetName: string;
  /** Of the pointer of the release. */
  readonly release: string;
  /** The number of the lock under which this deployment goes on. */
  readonly lock: number;
}

export function openResumeJournal({ folder, targetName, release, lock }: JournalRequest): ResumeJournal {
  const file = path.join(folder, '.deploy', sha256(targetName).slice(0, 16));
  const done = new Set(readJournal(file, release, lock - 1));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${[headOf(release, lock), ...done].join('\n')}\n`);
  return {
    has: (name) => done.has(name),
    add: (name) => appendFileSync(file, `${name}\n`),
    end: () => rmSync(file, { force: true }),
  };
}

/** The last line may have been cut short; then it is no path that is asked for. */
function readJournal(file: string, release: string, lock: number): readonly string[] {
  try {
    const [head, ...paths] = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    return head === headOf(release, lock) ? paths : [];
  } catch {
    return [];
  }
}

const headOf = (release: string, lock: number): string => `${release} ${lock}`;
