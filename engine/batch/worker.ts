import { deserialize } from 'node:v8';
import { UnitRunner } from '../run/index.ts';
import type { NormalStudy } from '../study/normal.ts';
import type { UnitAnswer, UnitTask } from './task.ts';

/** Studies kept ready in a thread; the one used longest ago goes first. */
const KEPT = 4;

const ready = new Map<number, UnitRunner>();

/**
 * Runs one unit in a worker thread. The data goes back by structured clone: handing the buffer over instead would
 * detach it, which slows later typed-array code of the thread.
 */
export default function runTask(task: UnitTask): UnitAnswer {
  const stop = new Int32Array(task.stop);
  return unitsOf(task).run(task.draw, () => Atomics.load(stop, 0) !== 0);
}

function unitsOf(task: UnitTask): UnitRunner {
  const known = ready.get(task.key);
  const units = known ?? new UnitRunner(readStudy(task.study));
  ready.delete(task.key);
  ready.set(task.key, units);
  for (const oldest of ready.keys()) {
    if (ready.size <= KEPT) break;
    ready.delete(oldest);
  }
  return units;
}

/** v8 reads no shared memory, hence the copy. */
function readStudy(shared: SharedArrayBuffer): NormalStudy {
  return deserialize(new Uint8Array(new Uint8Array(shared))) as NormalStudy;
}
