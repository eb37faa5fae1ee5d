/** How this program runs: from its sources, or bundled beforehand by `scripts/program/`, which starts in half the time. */
export interface BundledProgram {
  /** The address of its folder, in which each module that starts lies as `<path from the project>.js`. */
  readonly folder: string;
  /** Of the sources that it was made from. */
  readonly digest: string;
}

/** Given by the bundler alone. */
declare const bundledProgram: BundledProgram | undefined;

/** Nothing when this runs from its sources. */
export const ownBundle: BundledProgram | undefined =
  typeof bundledProgram === 'undefined' ? undefined : bundledProgram;

/** The modules that processes and threads begin with, beside the commands; paths from the project. */
export const startedModules = [
  'build/pipeline/build-worker',
  'build/pipeline/altered-files',
  'build/preview/survey-worker',
] as const;

/** The address of a module to begin with, of the program that runs. */
export function addressOf(module: (typeof startedModules)[number]): URL {
  return ownBundle === undefined
    ? new URL(`../../${module}.ts`, import.meta.url)
    : new URL(`${module}.js`, ownBundle.folder);
}
