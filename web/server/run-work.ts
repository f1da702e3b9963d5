import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { RunNews, RunTask } from './run-task.ts';

/** A run at work in its thread. */
export interface RunThread {
  /** Asks it to stop; it ends within about one replication. */
  stop(): void;
  /** Settles when the thread has ended, whatever came of it. */
  readonly ended: Promise<void>;
}

/**
 * Threads for runs. One is always kept ready, warmed up or still warm from the last run: to start it and its workers, and
 * to compile the simulation, takes longer than first results may.
 */
export class RunThreads {
  readonly #workers: number;
  #spare: Worker | null;
  #closed = false;

  /** @param workers threads that simulate, for each run */
  constructor(workers: number) {
    this.#workers = workers;
    this.#spare = this.#prepare();
  }

  /** Begins to work. @param hear told everything; last of all `done`, `stopped` or `failed`, always one of them */
  start(task: RunTask, hear: (news: RunNews) => void): RunThread {
    const thread = this.#spare ?? this.#prepare();
    this.#spare = null;
    const ended = new Promise<void>((resolve) => {
      let broken: unknown = null;
      const end = (news: RunNews): void => {
        thread.off('message', listen).off('error', note).off('exit', mourn);
        this.#keep(thread, news.kind !== 'failed');
        hear(news);
        resolve();
      };
      const listen = (news: RunNews): void => {
        if (news.kind === 'progress' || news.kind === 'summary') hear(news);
        else end(news);
      };
      const note = (error: unknown): void => {
        broken = error;
      };
      const mourn = (): void => {
        const log = broken instanceof Error ? (broken.stack ?? broken.message) : 'the thread ended early';
        end({ kind: 'failed', code: 'internal', message: BROKEN, log });
      };
      thread.on('message', listen).on('error', note).on('exit', mourn);
    });
    thread.ref();
    thread.postMessage(task);
    return { stop: () => thread.postMessage('stop'), ended };
  }

  /** Ends the thread kept ready; those at work are their callers' to stop. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#spare?.terminate();
    this.#spare = null;
  }

  /** Keeps a thread for the next run, if it is sound and none is kept yet. */
  #keep(thread: Worker, sound: boolean): void {
    if (sound && this.#spare === null && !this.#closed) {
      thread.unref();
      this.#spare = thread;
      return;
    }
    void thread.terminate();
    if (!this.#closed) this.#spare ??= this.#prepare();
  }

  #prepare(): Worker {
    const thread = new Worker(createRequire(import.meta.url).resolve('#run-thread'), {
      workerData: this.#workers,
      execArgv: ['--enable-source-maps'],
    });
    thread.unref();
    return thread;
  }
}

const BROKEN = {
  en: 'The run broke off; the server’s log says how. It can go on from where it was.',
  zh: '运行中断，详见服务器日志。可从中断处继续。',
};
