import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Failure } from '../../engine/kernel/failure.ts';
import { papersBusy } from './failures.ts';
import type { PaperNews, PaperTask, ReportWanted } from './paper-task.ts';
import { endProcess, hold, letGo, startProcess } from './process.ts';
import { pathsOf } from './run-memo.ts';

/** Tasks waiting at most. */
const MOST_WAITING = 20;

/** Milliseconds after which a process that nothing is asked of gives its memory back. */
const IDLE = 60_000;

const PROGRAM = '#paper-process';

/** Chart data being made, or ready. */
export interface ChartsMade {
  /** Share of the work that is done. */
  share: number;
  /** The file they are in. Rejects with Failure `run-missing`, `run-damaged`. */
  readonly file: Promise<string>;
}

interface Waiting {
  readonly onShare: (share: number) => void;
  readonly resolve: (report: string | Uint8Array | null) => void;
  readonly reject: (error: unknown) => void;
}

/** Chart data and reports of finished runs. Chart data lie beside the run once they are made. */
export class Papers {
  readonly #data: string;
  /** Tells chart data that this program made from those of another version. */
  readonly #program: string;
  readonly #making = new Map<string, ChartsMade>();
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;
  #number = 0;
  #closed = false;

  /** @param data folder of the runs */
  constructor(data: string) {
    this.#data = data;
    const program = readFileSync(createRequire(import.meta.url).resolve(PROGRAM));
    this.#program = createHash('sha256').update(program).digest('hex').slice(0, 8);
  }

  /** Chart data of a finished run. @throws RequestFailure `busy` */
  charts(id: string): ChartsMade {
    const known = this.#making.get(id);
    if (known !== undefined) return known;
    const path = this.#chartsPath(id);
    if (existsSync(path)) return { share: 1, file: Promise.resolve(path) };
    const made = this.#ask(id, null, (share) => {
      making.share = share;
    });
    const file = made
      .then(() => {
        // Deleted in the meantime.
        if (this.#making.get(id) !== making) rmSync(path, { force: true });
        return path;
      })
      .finally(() => {
        if (this.#making.get(id) === making) this.#making.delete(id);
      });
    // Whoever waits hears of it; perhaps nobody does.
    file.catch(() => {});
    const making: ChartsMade = { share: 0, file };
    this.#making.set(id, making);
    return making;
  }

  /** Begins to make chart data that somebody will ask for, unless there is more urgent work. */
  prepare(id: string): void {
    if (this.#waiting.size === 0 && !this.#closed) this.charts(id);
  }

  /** The report of a finished run. @throws RequestFailure `busy`; Failure `run-missing`, `run-damaged`, `no-chromium` */
  async report(id: string, wanted: ReportWanted): Promise<string | Uint8Array> {
    return (await this.#ask(id, wanted, () => {}))!;
  }

  /** Forgets a run that is deleted. */
  forget(id: string): void {
    this.#making.delete(id);
  }

  /** Ends the work. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    if (this.#child !== null) await endProcess(this.#child);
  }

  #chartsPath(id: string): string {
    return `${pathsOf(this.#data, id).charts}-${this.#program}.json`;
  }

  #ask(
    id: string,
    report: ReportWanted | null,
    onShare: (share: number) => void,
  ): Promise<string | Uint8Array | null> {
    if (this.#closed || this.#waiting.size >= MOST_WAITING) throw papersBusy();
    clearTimeout(this.#idle);
    const child = (this.#child ??= this.#start());
    const number = ++this.#number;
    const task: PaperTask = {
      number,
      dir: pathsOf(this.#data, id).dir,
      charts: this.#chartsPath(id),
      report,
    };
    hold(child);
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { onShare, resolve, reject });
      child.send(task);
    });
  }

  #start(): ChildProcess {
    const child = startProcess(PROGRAM);
    child.on('message', (news) => this.#hear(child, news as PaperNews));
    child.on('exit', (code, signal) => {
      if (this.#child !== child) return;
      this.#child = null;
      const left = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { reject } of left)
        reject(new Error(`the process of papers ended early (${signal ?? code})`));
    });
    return child;
  }

  #hear(child: ChildProcess, news: PaperNews): void {
    const waiting = this.#waiting.get(news.number);
    if (waiting === undefined) return;
    if (news.kind === 'share') {
      waiting.onShare(news.share);
      return;
    }
    this.#waiting.delete(news.number);
    if (news.kind === 'made') waiting.resolve(news.report);
    else
      waiting.reject(
        news.failure === null ? new Error(news.log) : new Failure(news.failure.code, news.failure.text),
      );
    if (this.#waiting.size > 0) return;
    letGo(child);
    this.#idle = setTimeout(() => {
      if (this.#child === child) this.#child = null;
      void endProcess(child);
    }, IDLE).unref();
  }
}
