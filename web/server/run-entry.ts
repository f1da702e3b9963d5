import type { NormalStudy } from '../../engine/study/index.ts';
import type { RunProgress, RunState } from '../contract/index.ts';
import type { Feed } from './feed.ts';
import type { Memo } from './run-memo.ts';
import type { RunWork } from './run-work.ts';

/** A run as the server has it in memory; everything lasting is on disk. */
export interface RunEntry {
  readonly id: string;
  readonly study: NormalStudy;
  readonly hash: string;
  readonly engine: string;
  readonly created: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly feed: Feed;
  state: RunState;
  memo: Memo;
  progress: RunProgress;
  /** The latest interim result as JSON; null before there is any, and when the run is done. */
  result: string | null;
  work: RunWork | null;
}

/** Progress of a run of which only so much is known. */
export function idleProgress(study: NormalStudy, finished: number, done: boolean): RunProgress {
  const { replicationsPerDraw, minDraws, maxDraws } = study.run;
  const most = maxDraws * replicationsPerDraw;
  return {
    finished,
    expected: done ? finished : Math.max(finished, Math.min(minDraws, maxDraws) * replicationsPerDraw),
    most,
    rate: null,
    secondsLeft: null,
    precision: null,
  };
}
