import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Papers } from './papers.ts';
import type { RunEntry } from './run-entry.ts';
import { pathsOf, removeRun } from './run-memo.ts';
import { notDone } from './run-refusals.ts';

/** Results of finished runs kept ready: those looked at last. */
const MOST_READY = 8;

/** What the data folder holds of runs, and the results of those looked at last. */
export class RunShelf {
  /** Chart data and reports. */
  readonly papers: Papers;
  readonly #data: string;
  /** By run, the one looked at last at the end. */
  readonly #ready = new Map<string, string>();

  constructor(data: string) {
    this.#data = data;
    this.papers = new Papers(data);
  }

  /** A name for a new run that nothing in the folder has. */
  freshId(): string {
    for (;;) {
      const letters = Array.from(randomBytes(12), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]);
      const { dir } = pathsOf(this.#data, letters.join(''));
      if (!existsSync(dir) && !existsSync(`${dir}.partial`)) return letters.join('');
    }
  }

  /** Folder of a finished run. @throws RequestFailure `not-done` */
  finishedDir(entry: RunEntry): string {
    if (entry.state === 'done') return pathsOf(this.#data, entry.id).dir;
    throw notDone();
  }

  /** The latest result as JSON on one line; null when there is none yet. */
  resultOf(entry: RunEntry): string | null {
    if (entry.state !== 'done') return entry.result;
    const text =
      this.#ready.get(entry.id) ??
      JSON.stringify(JSON.parse(readFileSync(join(this.finishedDir(entry), 'result.json'), 'utf8')));
    this.keepReady(entry.id, text);
    return text;
  }

  /** Keeps the result of a finished run ready. @param result as JSON on one line */
  keepReady(id: string, result: string): void {
    this.#ready.delete(id);
    this.#ready.set(id, result);
    if (this.#ready.size > MOST_READY) this.#ready.delete(this.#ready.keys().next().value!);
  }

  /** The study as it was sent. */
  sourceOf(entry: RunEntry): string {
    const { dir } = pathsOf(this.#data, entry.id);
    return readFileSync(join(entry.state === 'done' ? dir : `${dir}.partial`, 'study.yaml'), 'utf8');
  }

  /** Removes everything of a run. */
  remove(id: string): void {
    this.#ready.delete(id);
    this.papers.forget(id);
    removeRun(this.#data, id);
  }
}
