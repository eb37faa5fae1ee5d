/**
 * The content folder as a repository, for the editor on the computer of its author.
 *
 * The editor (Sveltia CMS) speaks to services that keep repositories. Here it speaks the few calls of Gitea's REST API that it makes,
 * and files of the content folder answer: what it saves is on disk, what is on disk it shows, and Git is only asked, never changed.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { explainSystemError } from '../../cli/errors.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../diagnostics/printable.ts';
import type { CountryFolders } from '../../model/content-folders.ts';
import type { UnsavedFiles } from '../../pipeline/check-unsaved.ts';
import { refuseStranger } from './admission.ts';
import { type Answer, refusal, writeAnswer } from './answers.ts';
import { createCalls } from './calls.ts';

export interface LocalRepositoryOptions {
  /** Absolute. */
  readonly contentFolder: string;
  readonly countryFolders: CountryFolders;
  /** Versions that a save replaced or that could not be saved are kept below it; the author is told of it as it is written here. */
  readonly keptFolder: string;
  readonly token: string;
  /**
   * `http://localhost:8080` and whichever other names of this computer the preview answers to; asked of the `Host` of a request
   * too.
   */
  readonly isOwnOrigin: (origin: string) => boolean;
  /** What would be wrong with the content if these texts were saved; errors refuse the save. */
  readonly check: (unsaved: UnsavedFiles) => Promise<readonly Diagnostic[]>;
  /** One line for the terminal, for what was refused, and for what was kept. */
  readonly print: (line: string) => void;
}

/** Below it everything is the repository's. */
export const repositoryPath = '/_editor/api/v1/';

export interface LocalRepository {
  /** Answers a request for an address below {@link repositoryPath}; never fails. */
  respond(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** @throws TypeError when the token is empty, which anybody would know */
export function createLocalRepository(options: LocalRepositoryOptions): LocalRepository {
  if (options.token === '') throw new TypeError('the token of the repository is empty');
  const print = (line: string): void => options.print(printable(line));
  const call = createCalls({ ...options, print });

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const stranger = refuseStranger(request.headers, options);
    if (stranger !== undefined) return stranger;
    try {
      return await call(request, (request.url ?? '').slice(repositoryPath.length));
    } catch (error) {
      const why = explainSystemError(error) ?? (error instanceof Error ? error.message : String(error));
      return refusal(500, `This could not be done, and no file was changed: ${why}`);
    }
  }

  return {
    async respond(request, response) {
      const answer = await answerTo(request);
      // The window was closed before everything had come.
      if (response.destroyed) return;
      if ('refused' in answer)
        print(`editor: refused ${request.method} ${request.url}: ${answer.refused} ${answer.message}`);
      send(request, response, answer);
    },
  };
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (request.complete || !hasBody(request)) {
    writeAnswer(response, answer);
    response.end();
    return;
  }
  // More is to come. A connection that is closed now is reset, and a browser that still sends never sees the answer (RFC 9112, 9.6).
  writeAnswer(response, answer, { Connection: 'close' });
  request.on('error', () => {}).on('end', () => response.end());
  // What has an end is let through, to nowhere; what may have none waits for its sender to see the answer.
  const hasEnd = request.headers['transfer-encoding'] === undefined;
  if (hasEnd) request.resume();
  setTimeout(() => request.socket.destroy(), hasEnd ? drainMs : lingerMs).unref();
}

const drainMs = 20_000;
const lingerMs = 2000;

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
