import type { ChildProcess } from 'node:child_process';
import { endProcess, hold, letGo, startProcess } from './process.ts';
import type { RunNews, RunTask } from './run-task.ts';

/** A run at work in its process. */
export interface RunWork {
  /** Asks it to stop; it ends within about one replication. */
  stop(): void;
  /** Settles when the work has ended, whatever came of it. */
  readonly ended: Promise<void>;
}

/**
 * Processes for runs. One is always kept ready, warmed up or still warm from the last run: to start it and its workers, and
 * to compile the simulation, takes longer than first results may.
 */
export class RunProcesses {
  readonly #workers: number;
  readonly #all = new Set<ChildProcess>();
  #spare: ChildProcess | null = null;
  #closed = false;

  /** @param workers threads that simulate, for each run */
  constructor(workers: number) {
    this.#workers = workers;
    this.#spare = this.#make();
  }

  /** Begins to work. @param hear told everything; last of all `done`, `stopped` or `failed`, always one of them */
  start(task: RunTask, hear: (news: RunNews) => void): RunWork {
    const child = this.#spare ?? this.#make();
    this.#spare = null;
    const ended = new Promise<void>((resolve) => {
      const end = (news: RunNews): void => {
        child.off('message', listen).off('exit', mourn).off('error', mourn);
        this.#keep(child, news.kind !== 'failed');
        hear(news);
        resolve();
      };
      const listen = (message: unknown): void => {
        const news = message as RunNews;
        if (news.kind === 'progress' || news.kind === 'summary') hear(news);
        else end(news);
      };
      const mourn = (how: unknown, signal?: unknown): void => {
        const log = `its process ended early (${how instanceof Error ? how.message : (signal ?? how)})`;
        end({ kind: 'failed', code: 'internal', message: BROKEN, log });
      };
      child.on('message', listen).on('exit', mourn).on('error', mourn);
    });
    hold(child);
    child.send(task);
    return {
      stop: () => {
        if (child.connected) child.send('stop');
      },
      ended,
    };
  }

  /** Ends every process. To lose nothing of the runs at work, stop them first. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#all].map(endProcess));
  }

  /** Keeps a process for the next run, if it is sound and none is kept yet. */
  #keep(child: ChildProcess, sound: boolean): void {
    if (sound && this.#spare === null && !this.#closed) {
      letGo(child);
      this.#spare = child;
      return;
    }
    void endProcess(child);
    if (!this.#closed) this.#spare ??= this.#make();
  }

  #make(): ChildProcess {
    const child = startProcess('#run-process', String(this.#workers));
    this.#all.add(child);
    child.once('exit', () => {
      this.#all.delete(child);
      if (this.#spare === child) this.#spare = null;
    });
    return child;
  }
}

const BROKEN = {
  en: 'The run broke off; the server’s log says how. It can go on from where it was.',
  zh: '运行中断，详见服务器日志。可从中断处继续。',
};
