import { Failure } from '../../engine/kernel/failure.ts';
import type { Localised } from '../../engine/kernel/quantity.ts';
import { ProblemsError } from '../../engine/study/index.ts';
import type { ApiFailure } from '../contract/index.ts';

/** A request that is refused: the status of the answer, and why. */
export class RequestFailure extends Failure {
  readonly status: number;
  /** Seconds after which it may be tried again; 0 says nothing about that. */
  readonly retryAfter: number;

  constructor(status: number, code: string, text: Localised, retryAfter = 0) {
    super(code, text);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export function notFound(): RequestFailure {
  return new RequestFailure(404, 'not-found', { en: 'There is no such thing here.', zh: '此处没有该内容。' });
}

export function noSuchRun(): RequestFailure {
  return new RequestFailure(404, 'no-such-run', { en: 'There is no such run.', zh: '没有此运行。' });
}

export function papersBusy(): RequestFailure {
  const text = {
    en: 'Too many charts and reports are being made already. Try again in a moment.',
    zh: '正在生成的图表与报告过多，请稍后再试。',
  };
  return new RequestFailure(503, 'busy', text, 5);
}

/** An answer: its status and what it says. Nothing about the machine is told: no paths, no stack. */
export function answerTo(error: unknown): { status: number; body: ApiFailure; retryAfter: number } {
  if (error instanceof ProblemsError) {
    const problems = error.problems.map(({ file: _, ...rest }) => rest);
    return answer(400, 'unsound-study', WORDS.unsound, 0, problems);
  }
  if (error instanceof RequestFailure) return answer(error.status, error.code, error.text, error.retryAfter);
  if (error instanceof Failure) {
    const text = FAILURES[error.code];
    return text === undefined ? answer(500, 'internal', WORDS.internal) : answer(409, error.code, text);
  }
  const { code, type, status } = error as { code?: unknown; type?: unknown; status?: unknown };
  if (code === 'ENOSPC' || code === 'EDQUOT') return answer(507, 'disk-full', WORDS.diskFull);
  if (code === 'EACCES' || code === 'EROFS') return answer(507, 'disk-closed', WORDS.diskClosed);
  if (type === 'entity.too.large') return answer(413, 'too-large', WORDS.tooLarge);
  if (type === 'entity.parse.failed') return answer(400, 'bad-json', WORDS.badJson);
  if (typeof status === 'number' && status >= 400 && status < 500) {
    if (status === 404) return answer(404, 'not-found', notFound().text);
    return answer(status, 'bad-request', WORDS.badRequest);
  }
  return answer(500, 'internal', WORDS.internal);
}

function answer(
  status: number,
  code: string,
  message: Localised,
  retryAfter = 0,
  problems?: NonNullable<ApiFailure['error']['problems']>,
): { status: number; body: ApiFailure; retryAfter: number } {
  return { status, retryAfter, body: { error: { code, message, ...(problems ? { problems } : {}) } } };
}

const WORDS = {
  unsound: { en: 'The study cannot be understood; see what is wrong.', zh: '研究无法理解，请查看问题列表。' },
  internal: {
    en: 'Something went wrong on the server; its log says what.',
    zh: '服务器出错，详见其日志。',
  },
  diskFull: {
    en: 'The server’s disk is full. Ask whoever looks after it to make room; nothing that was finished is lost.',
    zh: '服务器磁盘已满，请联系管理员腾出空间；已完成的内容不会丢失。',
  },
  diskClosed: {
    en: 'The server may not write to its folder. Ask whoever looks after it.',
    zh: '服务器无法写入其文件夹，请联系管理员。',
  },
  tooLarge: { en: 'The request is too large.', zh: '请求过大。' },
  badJson: { en: 'The request is no well-formed JSON.', zh: '请求不是合法的 JSON。' },
  badRequest: { en: 'The request cannot be understood.', zh: '无法理解该请求。' },
} as const;

/** Failures of the engine that a client may hear of, in words without paths. */
const FAILURES: Readonly<Record<string, Localised>> = {
  'run-missing': { en: 'The run’s files are not there any more.', zh: '该运行的文件已不存在。' },
  'run-damaged': { en: 'The run’s files are damaged.', zh: '该运行的文件已损坏。' },
  'run-in-use': { en: 'Another process is at work on this run.', zh: '另一进程正在处理此运行。' },
  'run-foreign': {
    en: 'Another version of the engine began this run; only that one can go on.',
    zh: '此运行由另一版本的引擎开始，只能由该版本继续。',
  },
  'no-chromium': {
    en: 'PDF needs Chromium on the server, and none was found. The HTML report prints just as well.',
    zh: '生成 PDF 需要服务器上有 Chromium，但未找到。HTML 报告同样可以打印。',
  },
};

/** What a client is told of a run that broke off. */
export function runFailureOf(error: unknown): { code: string; message: Localised } {
  const { code, message } = answerTo(error).body.error;
  if (error instanceof Failure && error.code === 'worker')
    return {
      code: 'worker',
      message: {
        en: 'The simulation itself failed; the server’s log says how.',
        zh: '模拟本身出错，详见服务器日志。',
      },
    };
  return { code, message };
}
