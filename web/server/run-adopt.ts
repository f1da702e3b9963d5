import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { peekJournal } from '../../engine/batch/index.ts';
import { ENGINE_VERSION } from '../../engine/kernel/version.ts';
import { type ListedRun, listRuns, readManifest } from '../../engine/results/index.ts';
import type { NormalStudy } from '../../engine/study/index.ts';
import type { RunState } from '../contract/index.ts';
import { Feed } from './feed.ts';
import { idleProgress, type RunEntry } from './run-entry.ts';
import { type Memo, pathsOf, readMemo } from './run-memo.ts';

/** Names that the server gives to runs; whatever else lies in its folder is left alone. */
const ID = /^[a-z2-7]{12}$/;

/** The runs an earlier server left, oldest first; those that nobody stopped are queued again. */
export function adoptRuns(data: string, epoch: string): RunEntry[] {
  const listed = listRuns(data, {
    engine: ENGINE_VERSION,
    drawsDone: (path) => peekJournal(path)?.units ?? 0,
  });
  return listed.flatMap((run) => adopt(run, data, epoch) ?? []);
}

/** Null for what is not the server's, or cannot be read. */
function adopt(run: ListedRun, data: string, epoch: string): RunEntry | null {
  const id = basename(run.dir);
  if (!ID.test(id)) return null;
  const { dir, memo: path } = pathsOf(data, id);
  const finished = run.state === 'finished';
  const at = finished ? dir : `${dir}.partial`;
  const manifest = readManifest(at);
  if (manifest === null || manifest === 'damaged') return null;
  let study: NormalStudy;
  try {
    study = JSON.parse(readFileSync(join(at, 'study.json'), 'utf8')) as NormalStudy;
  } catch {
    return null;
  }
  const memo = readMemo(path);
  return {
    id,
    study,
    hash: run.hash,
    engine: run.engine,
    created: run.created,
    options: manifest.options,
    feed: new Feed(epoch),
    state: stateOf(run, memo),
    memo,
    progress: idleProgress(study, run.replications, finished),
    result: null,
    work: null,
  };
}

function stateOf(run: ListedRun, memo: Memo): RunState {
  if (run.state === 'finished') return 'done';
  if (memo.failure !== null) return 'failed';
  if (run.engine !== ENGINE_VERSION) return 'interrupted';
  // The process of a server that was killed may be about to let go of it: that shows when its turn comes.
  if (memo.wanted === 'run') return 'queued';
  return run.resumable ? 'stopped' : 'interrupted';
}
