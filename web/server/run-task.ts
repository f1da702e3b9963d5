import type { Localised } from '../../engine/kernel/quantity.ts';
import type { RunProgress } from '../contract/index.ts';

/** What a run's process is asked to do. */
export interface RunTask {
  /** Folder the finished run will be in; the unfinished one is there already. */
  readonly dir: string;
  /** Journal of the run this one makes finer, and the hash of that run's study. */
  readonly draws: { readonly journal: string; readonly hash: string } | null;
  /** Where to keep the journal of a finished run, for one that makes it finer. */
  readonly keep: string;
}

/** What the process tells. Results come as JSON on one line, ready to be sent on. */
export type RunNews =
  | { readonly kind: 'progress'; readonly progress: RunProgress }
  | { readonly kind: 'summary'; readonly progress: RunProgress; readonly result: string }
  | { readonly kind: 'done'; readonly replications: number; readonly result: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly code: string; readonly message: Localised; readonly log: string };
