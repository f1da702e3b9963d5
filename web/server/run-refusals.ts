import { RequestFailure } from './failures.ts';

/** Seconds after which a full queue may have room again. */
const ROOM_AFTER = 15;

export function notDone(): RequestFailure {
  return new RequestFailure(409, 'not-done', { en: 'The run is not finished yet.', zh: '运行尚未完成。' });
}

export function foreignRun(engine: string): RequestFailure {
  return new RequestFailure(409, 'run-foreign', {
    en: `Engine ${engine} began this run; only that one can go on.`,
    zh: `此运行由引擎 ${engine} 开始，只能由该版本继续。`,
  });
}

export function runTooLarge(asked: number, most: number): RequestFailure {
  return new RequestFailure(413, 'run-too-large', {
    en: `The run may need ${asked} replications, every alternative counted; this server allows ${most}.`,
    zh: `该运行最多需 ${asked} 次模拟（各备选合计），本服务器上限为 ${most}。`,
  });
}

export function notFiner(finished: number): RequestFailure {
  return new RequestFailure(409, 'not-finer', {
    en: `The run has ${finished} replications already.`,
    zh: `该运行已有 ${finished} 次模拟。`,
  });
}

export function tooManyRuns(most: number): RequestFailure {
  return new RequestFailure(409, 'too-many-runs', {
    en: `The server keeps ${most} runs at most. Delete some that are not needed any more.`,
    zh: `服务器最多保存 ${most} 次运行，请先删除不再需要的运行。`,
  });
}

export function queueFull(waiting: number): RequestFailure {
  const text = {
    en: `${waiting} runs are waiting already. Try again later, or stop some.`,
    zh: `已有 ${waiting} 次运行在排队，请稍后再试，或停止其中一些。`,
  };
  return new RequestFailure(429, 'queue-full', text, ROOM_AFTER);
}
