/** What opening a target needs beside its address. */
export interface TargetOptions {
  /** The variables of the environment: credentials, and the endpoint where none is given. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A number from 0 up to 1, as of `Math.random`. */
  readonly random: () => number;
  /** Waits; rejects when the signal is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  /** The address of the service itself, for all but the cloud of its inventor: `https://s3.example.org`. */
  readonly endpoint?: string;
  /** How many files are under way at once (16). */
  readonly atOnce?: number;
  /** How long one attempt may take before the bytes that it carries are counted (30,000). */
  readonly timeoutMs?: number;
  /** How often something is tried before it has failed (6). */
  readonly mostAttempts?: number;
}
