import { createRequire } from 'node:module';
import { serialize } from 'node:v8';
import { Piscina } from 'piscina';
import { Failure } from '../kernel/failure.ts';
import type { Runner, UnitResult } from '../run/index.ts';
import type { NormalStudy } from '../study/normal.ts';
import type { UnitAnswer, UnitTask } from './task.ts';

/** Units handed to the pool at once, per thread: one being run and one waiting, so that no thread ever idles. */
const AHEAD = 2;

/** Milliseconds an idle thread is kept. Starting one costs about 30 ms and all it has compiled. */
const IDLE_TIMEOUT = 60_000;

export interface PoolOptions {
  /** Worker threads, at least 1. */
  readonly threads: number;
}

/** Runs units on worker threads of this machine. The threads live until `close`, whatever number of studies they run. */
export class PoolRunner implements Runner {
  readonly #pool: Piscina<UnitTask, UnitAnswer>;
  readonly #threads: number;
  readonly #studies = new WeakMap<NormalStudy, { readonly key: number; readonly study: SharedArrayBuffer }>();
  #keys = 0;

  /** @throws RangeError when the number of threads is not a whole number of at least 1 */
  constructor(options: PoolOptions) {
    const { threads } = options;
    if (!Number.isInteger(threads) || threads < 1)
      throw new RangeError(`threads must be a whole number ≥ 1, got ${threads}`);
    this.#threads = threads;
    this.#pool = new Piscina({
      filename: createRequire(import.meta.url).resolve('#worker'),
      minThreads: threads,
      maxThreads: threads,
      idleTimeout: IDLE_TIMEOUT,
      execArgv: ['--enable-source-maps'],
      recordTiming: false,
    });
  }

  /**
   * Simulates the draws listed, reporting each as it finishes, in whatever order. An abort stops every thread within
   * about one simulated day; units that were finished by then are still reported, then it rejects with the signal's
   * reason. After any other error nothing more is reported.
   *
   * @throws Failure `worker` when a unit fails, naming its draw; the signal's reason; what `onUnit` throws
   */
  async run(
    study: NormalStudy,
    draws: readonly number[],
    onUnit: (unit: UnitResult) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    signal?.throwIfAborted();
    const stop = new SharedArrayBuffer(4);
    const halt = (): void => {
      Atomics.store(new Int32Array(stop), 0, 1);
    };
    const shared = { ...this.#share(study), stop };
    let failure: { readonly error: unknown } | null = null;
    let next = 0;
    const feed = async (): Promise<void> => {
      while (next < draws.length && failure === null && !signal?.aborted) {
        const draw = draws[next++]!;
        try {
          const unit = await this.#runUnit({ ...shared, draw });
          if (unit !== null && failure === null) onUnit(unit);
        } catch (error) {
          failure ??= { error };
          halt();
        }
      }
    };
    signal?.addEventListener('abort', halt, { once: true });
    try {
      await Promise.all(Array.from({ length: this.#threads * AHEAD }, feed));
    } finally {
      signal?.removeEventListener('abort', halt);
    }
    // An assertion, because the compiler does not see the assignment inside `feed`.
    const failed = failure as { readonly error: unknown } | null;
    if (failed !== null) throw failed.error;
    signal?.throwIfAborted();
  }

  /** Ends the threads. Runs under way reject. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #runUnit(task: UnitTask): Promise<UnitAnswer> {
    try {
      return await this.#pool.run(task);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Failure(
        'worker',
        {
          en: `The simulation of parameter draw ${task.draw} failed: ${reason}`,
          zh: `第 ${task.draw} 组参数抽样的模拟失败：${reason}`,
        },
        error,
      );
    }
  }

  /** The study in shared memory, written once however many units and threads read it. */
  #share(study: NormalStudy): { readonly key: number; readonly study: SharedArrayBuffer } {
    const known = this.#studies.get(study);
    if (known) return known;
    const bytes = serialize(study);
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    const entry = { key: this.#keys++, study: shared };
    this.#studies.set(study, entry);
    return entry;
  }
}
