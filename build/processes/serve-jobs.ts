/** The other end of a pool: answers jobs, one at a time, until the process that asks says so or goes away. */
import type { Answer, Jobs, Message } from './protocol.ts';
import { keepHeapSmall } from './small-heap.ts';

export type Handlers<J extends Jobs> = {
  readonly [K in keyof J]: (input: J[K]['input']) => Promise<J[K]['output']> | J[K]['output'];
};

/** @param start makes the handlers, from what the pool was opened with */
export function serveJobs<J extends Jobs, Setup>(start: (setup: Setup) => Handlers<J>): void {
  keepHeapSmall();
  let handlers: Handlers<J> | undefined;
  // A terminal's Ctrl-C reaches every process; the one that asks decides how the work ends.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  process.on('message', async (message: Message) => {
    if ('end' in message) process.exit();
    if ('setup' in message) {
      handlers = start(message.setup as Setup);
      return;
    }
    const answer = await answerTo(handlers, message.kind, message.input);
    process.send?.(answer);
  });
}

async function answerTo<J extends Jobs>(
  handlers: Handlers<J> | undefined,
  kind: string,
  input: unknown,
): Promise<Answer> {
  try {
    const handler = handlers?.[kind];
    if (handler === undefined) throw new TypeError(`there is no job "${kind}"`);
    return { result: await handler(input) };
  } catch (error) {
    const found = error instanceof Error ? error : new Error(String(error));
    // `code` and `path` of a system error let the asking process explain it.
    return { message: found.message, properties: { ...found, stack: found.stack } };
  }
}
