/**
 * Shows what long work is doing: on a terminal one line that is written over (stage, count, rate, time left), elsewhere plain lines.
 */
import type { Progress, Stage } from '../pipeline/progress.ts';

export interface ProgressReport {
  tell(progress: Progress): void;
  /** Ends the last stage and clears the line. */
  end(): void;
  /** Seconds that each stage took, in their order. */
  seconds(): Readonly<Partial<Record<Stage, number>>>;
}

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** More often than this nobody can read it. */
const betweenLinesMs = { terminal: 100, plain: 10_000 } as const;
/** A rate of fewer seconds is a guess. */
const soonestRateMs = 1000;

/** @param nowMs milliseconds of a clock that never goes back */
export function createProgressReport(output: Output, nowMs: () => number): ProgressReport {
  const isTerminal = output.isTTY === true;
  const minimumMs = isTerminal ? betweenLinesMs.terminal : betweenLinesMs.plain;
  const seconds: Partial<Record<Stage, number>> = {};
  let current: { readonly stage: Stage; readonly startMs: number } | undefined;
  let shownMs = 0;
  const show = (line: string): void => {
    shownMs = nowMs();
    output.write(isTerminal ? `\r\x1b[K${line.slice(0, (output.columns ?? 80) - 1)}` : `${line}\n`);
  };
  const endStage = (): void => {
    if (current === undefined) return;
    seconds[current.stage] = (seconds[current.stage] ?? 0) + (nowMs() - current.startMs) / 1000;
  };
  return {
    tell(progress) {
      if (current?.stage !== progress.stage) {
        endStage();
        current = { stage: progress.stage, startMs: nowMs() };
        show(describe(progress));
      } else if (nowMs() - shownMs >= minimumMs) {
        show(describe(progress, nowMs() - current.startMs));
      }
    },
    end() {
      endStage();
      current = undefined;
      if (isTerminal) output.write('\r\x1b[K');
    },
    seconds: () => seconds,
  };
}

function describe({ stage, done = 0, total = 0 }: Progress, elapsedMs = 0): string {
  const what = words[stage](total);
  if (done === 0 || total === 0) return `${what} …`;
  const counted = `${what}: ${done} of ${total} (${Math.floor((done / total) * 100)} %)`;
  if (elapsedMs < soonestRateMs) return counted;
  const perSecond = done / (elapsedMs / 1000);
  const rate = perSecond < 10 ? perSecond.toFixed(1) : perSecond.toFixed(0);
  return `${counted}, ${rate} a second, ${timeLeft((total - done) / perSecond)} left`;
}

const words: Readonly<Record<Stage, (total: number) => string>> = {
  waiting: () => 'another build is at work here; waiting until it has ended',
  content: () => 'reading and checking the content',
  pages: (total) => `writing ${total} pages`,
  search: (total) => `indexing for search: ${total} languages`,
  publish: () => 'moving the sites into place',
};

function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
