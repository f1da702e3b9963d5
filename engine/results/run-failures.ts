import { basename } from 'node:path';
import { Failure, systemReason } from '../kernel/failure.ts';
import { type FileFault, faultText } from './verify.ts';

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

export function runDamaged(dir: string, cause?: unknown): Failure {
  return new Failure(
    'run-damaged',
    {
      en: `${dir}: its files are not what was written. Remove the folder and run again.`,
      zh: `${dir}：其中的文件已被改动或损坏。请删除该文件夹后重新运行。`,
    },
    cause,
  );
}

/** One file of a run is missing, changed or unreadable. */
export function fileDamaged(dir: string, fault: FileFault): Failure {
  const { en, zh } = faultText(fault);
  return new Failure('run-damaged', {
    en: `${dir}: ${en}. Bring the file back from a copy, or remove the folder and run again.`,
    zh: `${dir}：${zh}。请从备份恢复该文件，或删除该文件夹后重新运行。`,
  });
}

/** A study changed after its run was begun: what is simulated already was of the old one. */
export function studyEdited(partial: string, name: string): Failure {
  return new Failure('run-damaged', {
    en: `${partial}: ${name} is not the one the run was begun with, and a run goes on as it was begun. Put the old text back, or run the new one from the start: schemelab run ${partial}/study.yaml`,
    zh: `${partial}：${name} 与开始运行时不同，而运行只能按原样继续。请恢复原文，或从头运行新的研究：schemelab run ${partial}/study.yaml`,
  });
}

export function runUnwritable(dir: string, cause: unknown): Failure {
  const reason = systemReason(cause);
  return new Failure(
    isFull(cause) ? 'disk' : 'run-unwritable',
    {
      en: `${dir}: cannot write here: ${reason.en}.`,
      zh: `${dir}：无法在此写入：${reason.zh}。`,
    },
    cause,
  );
}

/** Whether the disk is to blame rather than the name that was given. */
function isFull(cause: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EIO'].includes((cause as { code?: string }).code ?? '');
}
