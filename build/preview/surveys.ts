/** Looks through the whole content, in a process of its own, again and again; one at a time. */
import type { Survey } from '../pipeline.ts';
import { addressOf } from '../processes/own-program.ts';
import { openPool, type Pool } from '../processes/pool.ts';
import type { SurveyJobs, SurveySetup } from './survey-worker.ts';

export interface Surveys {
  /** Whatever changes during a survey is seen by the next. */
  request(): void;
  close(): void;
}

export interface SurveysOptions {
  readonly setup: SurveySetup;
  readonly onStart: () => void;
  readonly onFound: (survey: Survey, tookMs: number) => Promise<void>;
  /** What failed may succeed after the next change. */
  readonly onError: (error: unknown) => Promise<void>;
}

export function createSurveys({ setup, onStart, onFound, onError }: SurveysOptions): Surveys {
  let pool: Pool<SurveyJobs> | undefined;
  let isFirst = true;
  let isWanted = false;
  let isRunning = false;
  let isClosed = false;

  async function look(): Promise<void> {
    onStart();
    const startMs = performance.now();
    try {
      pool ??= openPool(addressOf('build/preview/survey-worker'), 1, setup);
      // What was kept of former contents is still shown, once there is something to show.
      const survey = await pool.run('survey', { forgets: isFirst });
      if (isClosed) return;
      isFirst &&= survey.content === undefined;
      await onFound(survey, performance.now() - startMs);
    } catch (error) {
      if (isClosed) return;
      pool?.close();
      pool = undefined;
      await onError(error);
    }
  }

  async function lookWhileWanted(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    while (isWanted && !isClosed) {
      isWanted = false;
      await look();
    }
    isRunning = false;
  }

  return {
    request() {
      isWanted = true;
      void lookWhileWanted();
    },
    close() {
      isClosed = true;
      pool?.close();
    },
  };
}
