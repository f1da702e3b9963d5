/** Studies and plans of clients, read beside the server and within a time limit. */
import { createRequire } from 'node:module';
import { Piscina } from 'piscina';
import { ProblemsError } from '../../engine/study/index.ts';
import type { PlanAnswer, Weeks } from '../contract/index.ts';
import type { CheckedStudy, CheckNews, CheckTask } from './check-worker.ts';
import { RequestFailure } from './failures.ts';
import { refuseDeep, type Written } from './written.ts';

/** Texts that may wait for their turn. */
const MOST_WAITING = 200;

/** Milliseconds an idle thread is kept. */
const IDLE_TIMEOUT = 60_000;

export class Checks {
  readonly #pool: Piscina<CheckTask, CheckNews>;
  readonly #within: number;

  /** @param within milliseconds after which a text is given up, its turn to come included */
  constructor(within: number) {
    this.#within = within;
    this.#pool = new Piscina({
      filename: createRequire(import.meta.url).resolve('#check-worker'),
      minThreads: 1,
      maxThreads: 1,
      idleTimeout: IDLE_TIMEOUT,
      maxQueue: MOST_WAITING,
      execArgv: ['--enable-source-maps'],
      recordTiming: false,
    });
  }

  /** Reads a study. @throws ProblemsError; RequestFailure where it is no study or takes too long */
  async study(written: Written): Promise<CheckedStudy> {
    const news = await this.#do({ kind: 'study', written });
    return (news as Extract<CheckNews, { kind: 'study' }>).checked;
  }

  /** Reads a plan. @throws as `study` */
  async plan(written: Written, context: string | undefined): Promise<PlanAnswer> {
    const news = await this.#do({ kind: 'plan', written, context });
    return (news as Extract<CheckNews, { kind: 'plan' }>).answer;
  }

  /** What practices make of a week. @throws RequestFailure where there is no such industry */
  async weeks(context: string): Promise<Weeks> {
    const news = await this.#do({ kind: 'weeks', context });
    return (news as Extract<CheckNews, { kind: 'weeks' }>).weeks;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #do(task: CheckTask): Promise<CheckNews> {
    if (task.kind !== 'weeks') refuseDeep(task.written);
    const limit = AbortSignal.timeout(this.#within);
    let news: CheckNews;
    try {
      news = await this.#pool.run(task, { signal: limit });
    } catch (error) {
      if (limit.aborted) throw tooLong();
      if (this.#pool.queueSize >= MOST_WAITING) throw busy();
      throw error;
    }
    if (news.kind === 'problems') throw new ProblemsError(news.problems);
    if (news.kind === 'refused') throw new RequestFailure(news.status, news.code, news.text);
    return news;
  }
}

function tooLong(): RequestFailure {
  return new RequestFailure(400, 'too-long', {
    en: 'Reading this text takes too long; a study or plan of usual size takes no time. Make it smaller.',
    zh: '读取此内容耗时过长；正常大小的研究或方案几乎不需要时间。请缩小。',
  });
}

function busy(): RequestFailure {
  const text = { en: 'Too many are asking at once. Try again in a moment.', zh: '请求过多，请稍后再试。' };
  return new RequestFailure(503, 'busy', text, 5);
}
