import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { peekJournal } from '../../engine/batch/index.ts';
import { beginRun } from '../../engine/conduct/index.ts';
import { ENGINE_VERSION } from '../../engine/kernel/version.ts';
import { type NormalStudy, withOptions } from '../../engine/study/index.ts';
import type { ContinueQuestion, RunQuestion, RunState } from '../contract/index.ts';
import { noSuchRun } from './failures.ts';
import { Feed, type FeedEvent } from './feed.ts';
import { adoptRuns } from './run-adopt.ts';
import { idleProgress, type RunEntry } from './run-entry.ts';
import { progressEvent, resultEvent, stateEvent } from './run-events.ts';
import { pathsOf, writeMemo } from './run-memo.ts';
import { foreignRun, notFiner, queueFull, runTooLarge, tooManyRuns } from './run-refusals.ts';
import { RunShelf } from './run-shelf.ts';
import type { RunNews } from './run-task.ts';
import { RunProcesses } from './run-work.ts';

/** Where runs are kept, and how many of what size. */
export interface RunServiceOptions {
  readonly data: string;
  /** Worker threads of each run. */
  readonly threads: number;
  /** Runs at work at once. */
  readonly atOnce: number;
  /** Runs waiting at most. */
  readonly mostQueued: number;
  /** Runs kept at most, in whatever state. */
  readonly mostRuns: number;
  /** Replications of one run at most, every alternative counted. */
  readonly mostReplications: number;
  readonly log: (line: string) => void;
}

/** The server's runs: begun, queued, at work, kept. Each is one run folder, the same as the command line's. */
export class RunService {
  /** What is on disk. */
  readonly shelf: RunShelf;
  readonly #options: RunServiceOptions;
  readonly #runs = new Map<string, RunEntry>();
  readonly #epoch = randomBytes(4).toString('hex');
  readonly #processes: RunProcesses;
  #queue: RunEntry[] = [];
  #closing = false;

  /** Takes up what the data folder holds; unfinished runs that nobody stopped go on. */
  constructor(options: RunServiceOptions) {
    this.#options = options;
    mkdirSync(options.data, { recursive: true });
    this.shelf = new RunShelf(options.data);
    for (const entry of adoptRuns(options.data, this.#epoch)) {
      this.#runs.set(entry.id, entry);
      if (entry.state === 'queued') this.#queue.push(entry);
    }
    this.#processes = new RunProcesses(options.threads);
    this.#next();
  }

  /** All runs, newest first. */
  get all(): RunEntry[] {
    return [...this.#runs.values()].reverse();
  }

  /** Runs at work, and waiting. */
  get load(): { running: number; queued: number } {
    return { running: this.#running, queued: this.#queue.length };
  }

  /** @throws RequestFailure `no-such-run` */
  get(id: string): RunEntry {
    const entry = this.#runs.get(id);
    if (entry === undefined) throw noSuchRun();
    return entry;
  }

  /** Streams of events open now. */
  get watchers(): number {
    return [...this.#runs.values()].reduce((sum, one) => sum + one.feed.clients, 0);
  }

  /** Place among those waiting, from 1; null when it does not wait. */
  placeOf(entry: RunEntry): number | null {
    const at = this.#queue.indexOf(entry);
    return at < 0 ? null : at + 1;
  }

  /**
   * Begins a run of a study.
   *
   * @param text the study's own text
   * @throws ProblemsError; RequestFailure when there are too many runs, or it is too large
   */
  begin(study: NormalStudy, text: string, options: RunQuestion['options'] = {}): RunEntry {
    this.refuseMore();
    const changes = {
      ...(options.seed === undefined ? {} : { seed: options.seed }),
      ...(options.replications === undefined ? {} : { replications: options.replications }),
      ...(options.explain === true ? { explain: true as const } : {}),
      ...(options.pay === true ? { payReport: true as const } : {}),
    };
    return this.#begin(withOptions(study, changes), text, changes, null);
  }

  /** Stops a run at work or waiting; nothing finished is lost. Anything else stays as it is. */
  async stop(id: string): Promise<RunEntry> {
    const entry = this.get(id);
    if (entry.state !== 'running' && entry.state !== 'queued') return entry;
    this.#remember(entry, { wanted: 'stop' });
    if (entry.state === 'queued') {
      this.#queue = this.#queue.filter((one) => one !== entry);
      this.#turn(entry, 'stopped');
    } else {
      entry.work?.stop();
      await entry.work?.ended;
    }
    return entry;
  }

  /** Lets a stopped run go on, or begins a finer one after a finished run. @throws RequestFailure, ProblemsError */
  continue(id: string, how: ContinueQuestion): RunEntry {
    const entry = this.get(id);
    if (entry.state === 'running' || entry.state === 'queued') return entry;
    if (entry.state === 'done') return this.#finer(entry, how);
    if (entry.engine !== ENGINE_VERSION) throw foreignRun(entry.engine);
    this.#refuseQueued();
    this.#remember(entry, { wanted: 'run', failure: null });
    this.#enqueue(entry);
    return entry;
  }

  /** Stops a run if need be and removes everything of it. */
  async remove(id: string): Promise<void> {
    const entry = await this.stop(id);
    this.#runs.delete(entry.id);
    entry.feed.end();
    this.shelf.remove(entry.id);
  }

  /** What a client that joins is told first. */
  snapshot(entry: RunEntry): FeedEvent[] {
    const result = this.shelf.resultOf(entry);
    const events = [stateEvent(entry, this.placeOf(entry))];
    if (entry.state === 'done' && result !== null) return [...events, resultEvent('done', entry, result)];
    events.push(progressEvent(entry));
    if (result !== null) events.push(resultEvent('summary', entry, result));
    return events;
  }

  /** A sign of life to everyone who watches. */
  beat(): void {
    for (const entry of this.#runs.values()) entry.feed.beat();
  }

  /** Stops the work, to be taken up at the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#queue = [];
    const atWork = [...this.#runs.values()].flatMap((entry) => entry.work ?? []);
    for (const work of atWork) work.stop();
    await Promise.all(atWork.map((work) => work.ended));
    await Promise.all([this.#processes.close(), this.shelf.papers.close()]);
    for (const entry of this.#runs.values()) entry.feed.end();
  }

  #begin(
    study: NormalStudy,
    source: string,
    options: Readonly<Record<string, unknown>>,
    continues: string | null,
  ): RunEntry {
    const asked = study.run.maxDraws * study.run.replicationsPerDraw * study.alternatives.length;
    const { data, mostReplications, threads } = this.#options;
    if (asked > mostReplications) throw runTooLarge(asked, mostReplications);
    const id = this.shelf.freshId();
    const { dir, memo } = pathsOf(data, id);
    const folder = beginRun({ dir, study, source, options, threads });
    folder.release();
    const remembered = { wanted: 'run' as const, continues, failure: null };
    writeMemo(memo, remembered);
    const { hash } = folder.manifest.study;
    const entry: RunEntry = {
      id,
      // As it stands in the folder, so that the page and the process have the very same.
      study: folder.study as NormalStudy,
      hash,
      engine: ENGINE_VERSION,
      created: folder.manifest.clock.created,
      options,
      feed: new Feed(this.#epoch),
      state: 'queued',
      memo: remembered,
      progress: idleProgress(study, 0, false),
      result: null,
      work: null,
    };
    this.#runs.set(id, entry);
    this.#enqueue(entry);
    return entry;
  }

  #finer(entry: RunEntry, how: ContinueQuestion): RunEntry {
    this.refuseMore();
    const { finished } = entry.progress;
    const replications =
      'replications' in how
        ? how.replications
        : Math.ceil(finished / ('precision' in how ? how.precision : 0.5) ** 2);
    if (replications <= finished) throw notFiner(finished);
    const source = this.shelf.sourceOf(entry);
    const options = { ...entry.options, replications };
    return this.#begin(withOptions(entry.study, { replications }), source, options, entry.id);
  }

  get #running(): number {
    return [...this.#runs.values()].filter((one) => one.state === 'running').length;
  }

  /** @throws RequestFailure when there are too many runs already */
  refuseMore(): void {
    this.#refuseQueued();
    const { mostRuns } = this.#options;
    if (this.#runs.size >= mostRuns) throw tooManyRuns(mostRuns);
  }

  #refuseQueued(): void {
    if (this.#queue.length >= this.#options.mostQueued) throw queueFull(this.#queue.length);
  }

  #enqueue(entry: RunEntry): void {
    this.#queue.push(entry);
    this.#turn(entry, 'queued');
    this.#next();
  }

  #next(): void {
    while (!this.#closing && this.#queue.length > 0 && this.#running < this.#options.atOnce)
      this.#start(this.#queue.shift()!);
    for (const waiting of this.#queue) waiting.feed.publish(stateEvent(waiting, this.placeOf(waiting)));
  }

  #start(entry: RunEntry): void {
    const { data } = this.#options;
    const { dir, journal } = pathsOf(data, entry.id);
    const finer = entry.memo.continues === null ? undefined : this.#runs.get(entry.memo.continues);
    const draws = finer === undefined ? null : { journal: pathsOf(data, finer.id).journal, hash: finer.hash };
    const fresh = (peekJournal(join(`${dir}.partial`, 'journal.bin'))?.units ?? 0) === 0;
    const task = { dir, draws: fresh ? draws : null, keep: journal };
    entry.work = this.#processes.start(task, (news) => this.#hear(entry, news));
    this.#turn(entry, 'running');
  }

  #hear(entry: RunEntry, news: RunNews): void {
    if (news.kind === 'progress') {
      entry.progress = news.progress;
      entry.feed.publish(progressEvent(entry));
      return;
    }
    if (news.kind === 'summary') {
      entry.progress = news.progress;
      entry.result = news.result;
      entry.feed.publish(resultEvent('summary', entry, news.result));
      return;
    }
    entry.work = null;
    if (news.kind === 'done') this.#done(entry, news);
    else if (news.kind === 'stopped') this.#turn(entry, this.#closing ? 'queued' : 'stopped');
    else if (news.code === 'run-in-use') this.#turn(entry, 'interrupted');
    else {
      this.#options.log(`run ${entry.id} failed: ${news.log}`);
      this.#remember(entry, { wanted: 'stop', failure: { code: news.code, message: news.message } });
      this.#turn(entry, 'failed');
    }
    this.#next();
  }

  #done(entry: RunEntry, { result, replications }: Extract<RunNews, { kind: 'done' }>): void {
    entry.progress = { ...entry.progress, finished: replications, expected: replications, secondsLeft: 0 };
    entry.result = null;
    this.shelf.keepReady(entry.id, result);
    this.#turn(entry, 'done');
    entry.feed.publish(resultEvent('done', entry, result));
    // Whoever watched will want to see its charts.
    if (entry.feed.clients > 0) this.shelf.papers.prepare(entry.id);
    entry.feed.end();
  }

  #turn(entry: RunEntry, state: RunState): void {
    entry.state = state;
    entry.feed.publish(stateEvent(entry, this.placeOf(entry)));
    if (state === 'stopped' || state === 'failed' || state === 'interrupted') entry.feed.end();
  }

  #remember(entry: RunEntry, change: Partial<RunEntry['memo']>): void {
    entry.memo = { ...entry.memo, ...change };
    writeMemo(pathsOf(this.#options.data, entry.id).memo, entry.memo);
  }
}
