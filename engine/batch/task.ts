import type { UnitResult } from '../run/index.ts';

/** What a worker thread is asked to do. Both buffers are shared, so that a task costs the same for any study. */
export interface UnitTask {
  /** Number of the study within its pool; a thread compiles each study once. */
  readonly key: number;
  /** The study in v8's serialisation, which keeps every double exactly. */
  readonly study: SharedArrayBuffer;
  readonly draw: number;
  /** One Int32: other than 0 when the run is to stop. */
  readonly stop: SharedArrayBuffer;
}

/** The unit, or null when stopped before it was finished. */
export type UnitAnswer = UnitResult | null;
