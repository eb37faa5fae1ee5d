/** What each command of the mirror is; the program finds it by its name. */
export interface MirrorCommand {
  /** Half a line, for the list of all commands. */
  readonly summary: string;
  /** Its options, without the name of the program in front. */
  readonly usage: string;
  /**
   * @returns 0 done or all well, 1 something to attend to
   * @throws UsageError, EnvironmentError
   */
  run(args: readonly string[], signal: AbortSignal): Promise<0 | 1>;
}
