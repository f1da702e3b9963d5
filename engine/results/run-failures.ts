import { basename } from 'node:path';
import { Failure } from '../kernel/failure.ts';

/** What can be wrong with the folder a run is asked to use. */

export function runExists(dir: string): Failure {
  return new Failure('run-exists', {
    en: `${dir} exists already. Choose another folder, or remove it first.`,
    zh: `${dir} 已存在。请另选文件夹，或先将其删除。`,
  });
}

export function runUnfinished(dir: string): Failure {
  return new Failure('run-unfinished', {
    en: `${dir}.partial holds an unfinished run. Continue it with --resume ${dir}, or remove the folder first.`,
    zh: `${dir}.partial 中有一次未完成的运行。请用 --resume ${dir} 继续，或先删除该文件夹。`,
  });
}

export function runInUse(partial: string, pid: number): Failure {
  return new Failure('run-in-use', {
    en: `${partial} is being written by process ${pid}. Wait for it to end.`,
    zh: `${partial} 正由进程 ${pid} 写入。请等待其结束。`,
  });
}

export function runMissing(dir: string): Failure {
  return new Failure('run-missing', {
    en: `${dir}: nothing to resume here: neither a run nor an unfinished one (${basename(dir)}.partial).`,
    zh: `${dir}：此处没有可继续的运行，既无已完成的，也无未完成的（${basename(dir)}.partial）。`,
  });
}

export function runFinished(dir: string): Failure {
  return new Failure('run-finished', {
    en: `${dir} is finished already: nothing is left to do.`,
    zh: `${dir} 已完成，无需继续。`,
  });
}

export function runForeign(partial: string, begun: string, engine: string): Failure {
  return new Failure('run-foreign', {
    en: `${partial} was begun by engine ${begun}, this is ${engine}: their numbers must not be mixed. Use engine ${begun}, or run again.`,
    zh: `${partial} 由引擎 ${begun} 开始，而当前引擎为 ${engine}，两者的数据不可混用。请使用引擎 ${begun}，或重新运行。`,
  });
}

export function runDamaged(partial: string, cause?: unknown): Failure {
  return new Failure(
    'run-damaged',
    {
      en: `${partial}: its files are not what was written. Remove the folder and run again.`,
      zh: `${partial}：其中的文件已被改动或损坏。请删除该文件夹后重新运行。`,
    },
    cause,
  );
}

export function runUnwritable(dir: string, cause: unknown): Failure {
  const reason = (cause as Error).message;
  return new Failure(
    'run-unwritable',
    { en: `${dir}: cannot make this folder: ${reason}`, zh: `${dir}：无法创建该文件夹：${reason}` },
    cause,
  );
}
