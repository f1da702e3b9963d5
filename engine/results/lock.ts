import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Who holds a lock: a process id, and when that process started, since ids are given out again. */
interface Holder {
  readonly pid: number;
  /** Ticks since the machine started, where the system tells; otherwise null. */
  readonly started: string | null;
}

/**
 * Takes the lock file at `path` for this process. A lock left by a process that has ended is taken over.
 *
 * @returns null when taken; otherwise the id of the living process that holds it
 */
export function takeLock(path: string): number | null {
  const mine = `${path}.${process.pid}`;
  try {
    writeFileSync(mine, JSON.stringify(holderOf(process.pid)));
    for (;;) {
      try {
        // A link appears whole or not at all, and only where nothing is.
        linkSync(mine, path);
        return null;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = readHolder(path);
      if (holder !== null && isAlive(holder)) return holder.pid;
      removeStale(path, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Gives the lock up. */
export function releaseLock(path: string): void {
  rmSync(path, { force: true });
}

/** Id of the living process that holds the lock, or null. */
export function lockHolder(path: string): number | null {
  const holder = readHolder(path);
  return holder !== null && isAlive(holder) ? holder.pid : null;
}

/** Moves the dead process's lock away; one that another process has taken in the meantime is put back. */
function removeStale(path: string, dead: Holder | null): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    const moved = readHolder(aside);
    if (moved !== null && moved.pid !== dead?.pid && isAlive(moved)) linkSync(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readHolder(path: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Holder;
    return Number.isInteger(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}

function holderOf(pid: number): Holder {
  return { pid, started: processState(pid)?.started ?? null };
}

/** Whether the process still runs: a killed one whose parent has not noticed yet does not. */
function isAlive(holder: Holder): boolean {
  const state = processState(holder.pid);
  if (state !== null) return state.running && (holder.started === null || holder.started === state.started);
  if (processState(process.pid) !== null) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** State of a process as Linux tells it (proc(5), stat: fields 3 and 22); null when there is none, or no Linux. */
function processState(pid: number): { readonly running: boolean; readonly started: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets, which may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { running: !['Z', 'X'].includes(fields[0]!), started: fields[19]! };
  } catch {
    return null;
  }
}
