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

/** Starts a run's thread. @param hear told everything it says; last of all `done`, `stopped` or `failed`, always one */
export function startThread(task: RunTask, hear: (news: RunNews) => void): RunThread {
  const worker = new Worker(createRequire(import.meta.url).resolve('#run-thread'), {
    workerData: task,
    execArgv: ['--enable-source-maps'],
  });
  let last: RunNews | null = null;
  worker.on('message', (news: RunNews) => {
    if (news.kind === 'progress' || news.kind === 'summary') hear(news);
    else last = news;
  });
  let broken: unknown = null;
  worker.on('error', (error) => {
    broken = error;
  });
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      const log = broken instanceof Error ? (broken.stack ?? broken.message) : 'the thread ended early';
      hear(last ?? { kind: 'failed', code: 'internal', message: BROKEN, log });
      resolve();
    });
  });
  return { stop: () => worker.postMessage('stop'), ended };
}

const BROKEN = {
  en: 'The run broke off; the server’s log says how. It can go on from where it was.',
  zh: '运行中断，详见服务器日志。可从中断处继续。',
};
