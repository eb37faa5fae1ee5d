/**
 * Shows what long work is doing: on a terminal one line that is written over (stage, count, rate, time left), elsewhere plain lines.
 */

/** What long work is doing. */
export interface StageProgress<Stage extends string> {
  readonly stage: Stage;
  /** How much is done, and of how much. */
  readonly done?: number;
  readonly total?: number;
  /** What is counted, where it is not things. */
  readonly unit?: 'bytes';
}

/** What each stage does, for a number of things. */
export type StageWords<Stage extends string> = Readonly<Record<Stage, (total: number) => string>>;

export interface ProgressReport<Stage extends string> {
  tell(progress: StageProgress<Stage>): void;
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
export function createProgressReport<Stage extends string>(
  output: Output,
  nowMs: () => number,
  words: StageWords<Stage>,
): ProgressReport<Stage> {
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
        show(describe(words, progress));
      } else if (nowMs() - shownMs >= minimumMs) {
        show(describe(words, progress, nowMs() - current.startMs));
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

function describe<Stage extends string>(
  words: StageWords<Stage>,
  { stage, done = 0, total = 0, unit }: StageProgress<Stage>,
  elapsedMs = 0,
): string {
  const what = words[stage](total);
  // The first thing of many says nothing yet; what an earlier run has done does.
  const isBeginning = elapsedMs === 0 && done * 100 < total;
  if (done === 0 || total === 0 || isBeginning) return `${what} …`;
  const show = unit === 'bytes' ? megabytes : String;
  const counted = `${what}: ${show(done)} of ${show(total)} (${Math.floor((done / total) * 100)} %)`;
  if (elapsedMs < soonestRateMs) return counted;
  const perSecond = done / (elapsedMs / 1000);
  const rate = unit === 'bytes' ? megabytes(perSecond) : shortNumber(perSecond);
  return `${counted}, ${rate} a second, ${timeLeft((total - done) / perSecond)} left`;
}

export const megabytes = (bytes: number): string =>
  bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const shortNumber = (number: number): string => number.toFixed(number < 10 ? 1 : 0);

function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
