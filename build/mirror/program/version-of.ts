/** Asks a program of a mirror for its version, to see whether it works on this computer. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A slow computer compiles half a megabyte in a second or two. */
const longestStartMs = 30_000;

/**
 * @param node the program of Node, `process.execPath`
 * @throws Error whose message is the end of a sentence
 */
export const versionOf =
  (node: string, timeoutMs = longestStartMs) =>
  async (file: string): Promise<string> => {
    const { stdout } = await execute(node, [file, '--version'], {
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: 64 * 1024,
      // Nothing that changes how Node starts.
      env: { PATH: process.env.PATH },
    }).catch((error: unknown) => {
      const { killed, code } = error as { killed?: boolean; code?: unknown };
      throw new Error(
        killed === true ? `it did not answer within ${timeoutMs / 1000} s` : `it ended with ${String(code)}`,
      );
    });
    const version = /\d+\.\d+\.\d+\S*/.exec(stdout)?.[0];
    if (version === undefined) throw new Error('it said no version');
    return version;
  };
