/**
 * Processes that work side by side.
 *
 * Processes and not threads: each has a memory of its own, so that a build of any size stays small in every one of them, and
 * what one of them does wrong ends that one alone.
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, Jobs, Message, Question } from './protocol.ts';
import { keepHeapSmall } from './small-heap.ts';

export interface Pool<J extends Jobs> {
  /** How many jobs can run at once. */
  readonly size: number;
  /** Starts all processes before there is work for them. */
  start(): void;
  /**
   * Gives a job to the first process that is free.
   *
   * @throws Error with the message of the one that the job threw; when the process ended before it answered
   */
  run<K extends keyof J & string>(kind: K, input: J[K]['input']): Promise<J[K]['output']>;
  /** Ends the processes; jobs that still run are given up. */
  close(): void;
}

/**
 * @param file a module that calls `serveJobs`
 * @param setup what every process is told before its first job
 */
export function openPool<J extends Jobs>(file: URL, size: number, setup: unknown): Pool<J> {
  keepHeapSmall();
  const members: Member[] = [];
  const idle: Member[] = [];
  const waiting: ((member: Member) => void)[] = [];
  const free = (member: Member): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(member);
    else next(member);
  };
  const startNext = (): Member => {
    const started = startMember(file, setup);
    members.push(started);
    return started;
  };
  const take = (): Promise<Member> | Member => {
    const member = idle.pop();
    if (member !== undefined) return member;
    if (members.length < size) return startNext();
    return new Promise((resolve) => waiting.push(resolve));
  };
  return {
    size,
    start() {
      while (members.length < size) idle.push(startNext());
    },
    async run(kind, input) {
      const member = await take();
      try {
        return (await member.ask({ kind, input })) as J[typeof kind]['output'];
      } finally {
        free(member);
      }
    },
    close() {
      for (const member of members) member.end();
    },
  };
}

/**
 * In MB. What a page is made from lives shortly; with the 16 MB of Node a sixth of a profile was collecting it. With 64 some processes of a
 * large build took more than 800 MB, with 128 in most builds one did.
 */
const youngGeneration = '--max-semi-space-size=48';

interface Member {
  ask(question: Question): Promise<unknown>;
  end(): void;
}

function startMember(file: URL, setup: unknown): Member {
  const child: ChildProcess = fork(file, {
    serialization: 'advanced',
    execArgv: [...process.execArgv.filter((option) => option !== youngGeneration), youngGeneration],
  });
  let pending: PromiseWithResolvers<unknown> | undefined;
  let fault: Error | undefined;
  const fail = (error: Error): void => {
    fault ??= error;
    pending?.reject(error);
  };
  child.on('message', (answer: Answer) => {
    if ('result' in answer) pending?.resolve(answer.result);
    else pending?.reject(Object.assign(new Error(answer.message), answer.properties));
  });
  child.on('error', fail);
  child.on('exit', (code, signal) =>
    fail(new Error(`A process of the build ended before its work was done (${signal ?? `exit ${code}`}).`)),
  );
  child.send({ setup });
  return {
    ask(question) {
      if (fault !== undefined) return Promise.reject(fault);
      pending = Promise.withResolvers();
      child.send(question);
      return pending.promise;
    },
    end() {
      child.removeAllListeners();
      child.on('error', () => {});
      // Node never closes a channel that it is told to disconnect while a part of a message has been read: both would wait without end.
      if (child.connected) child.send({ end: true } satisfies Message);
    },
  };
}
