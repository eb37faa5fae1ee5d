/**
 * The cases in which our build is measured, in the order in which one makes the next possible.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type BuildMeasurement, type BuildOptions, measureBuild } from './build-command.ts';
import { editLesson } from './edit-lesson.ts';

export const buildCases = ['cold', 'unchanged', 'edited'] as const;
export type BuildCase = (typeof buildCases)[number];

export interface OwnBuildOptions {
  readonly content: string;
  /** A folder for outputs and caches. */
  readonly work: string;
  readonly options: BuildOptions;
  readonly search: boolean;
  readonly signal: AbortSignal;
}

/** Our build with or without search; each has its own output and cache. */
export class OwnBuild {
  /** Counts the edits of all builds, which share the content. */
  static #edits = 0;
  readonly #options: OwnBuildOptions;
  readonly out: string;
  readonly #cache: string;
  readonly #cwd: string;

  constructor(options: OwnBuildOptions) {
    this.#options = options;
    this.#cwd = path.join(options.work, options.search ? 'own' : 'own-no-search');
    this.out = path.join(this.#cwd, 'dist');
    this.#cache = path.join(this.#cwd, '.cache');
  }

  /** The working folder, which must exist before a build is measured. */
  get cwd(): string {
    return this.#cwd;
  }

  get search(): boolean {
    return this.#options.search;
  }

  async measure(buildCase: BuildCase): Promise<BuildMeasurement> {
    const { content, options, search, signal } = this.#options;
    if (buildCase === 'cold')
      for (const folder of [this.out, this.#cache]) await rm(folder, { recursive: true, force: true });
    if (buildCase === 'edited') await editLesson(content, OwnBuild.#edits++);
    const folders = { content, out: this.out, cache: this.#cache, cwd: this.#cwd };
    return measureBuild(folders, { search, options }, signal);
  }
}
