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

/** Starts threads for runs, and keeps one ready: to start it and its workers takes longer than the first results may. */
export class RunThreads {
  readonly #threads: number;
  #spare: Worker | null;
  #closed = false;

  /** @param threads workers of each run */
  constructor(threads: number) {
    this.#threads = threads;
    this.#spare = this.#prepare();
  }

  /** Begins to work. @param hear told everything; last of all `done`, `stopped` or `failed`, always one of them */
  start(task: RunTask, hear: (news: RunNews) => void): RunThread {
    const worker = this.#spare ?? this.#prepare();
    this.#spare = null;
    let last: RunNews | null = null;
    let broken: unknown = null;
    worker.on('message', (news: RunNews) => {
      if (news.kind === 'progress' || news.kind === 'summary') hear(news);
      else last = news;
    });
    worker.on('error', (error) => {
      broken = error;
    });
    const ended = new Promise<void>((resolve) => {
      worker.on('exit', () => {
        const log = broken instanceof Error ? (broken.stack ?? broken.message) : 'the thread ended early';
        hear(last ?? { kind: 'failed', code: 'internal', message: BROKEN, log });
        if (!this.#closed) this.#spare ??= this.#prepare();
        resolve();
      });
    });
    worker.ref();
    worker.postMessage(task);
    return { stop: () => worker.postMessage('stop'), ended };
  }

  /** Ends the thread kept ready; those at work are their callers' to stop. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#spare?.terminate();
    this.#spare = null;
  }

  #prepare(): Worker {
    const worker = new Worker(createRequire(import.meta.url).resolve('#run-thread'), {
      workerData: this.#threads,
      execArgv: ['--enable-source-maps'],
    });
    worker.unref();
    return worker;
  }
}

const BROKEN = {
  en: 'The run broke off; the server’s log says how. It can go on from where it was.',
  zh: '运行中断，详见服务器日志。可从中断处继续。',
};
