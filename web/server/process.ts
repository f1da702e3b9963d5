import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';

/** How far the server’s processes give way, as `nice` counts: half as much time where somebody else wants it. */
const GIVE_WAY = 3;

/**
 * Starts one of the server's own programs in a process of its own, which keeps nobody waiting until it is held.
 *
 * A process and not a thread, because its garbage collection and its end, however bad, are then its own. And in a session
 * of its own, because Linux shares the processor out by session first: whatever it computes, requests need not queue
 * behind it. It ends when the channel to this process does.
 *
 * @param program its name under `imports` of package.json
 */
export function startProcess(program: string, ...args: readonly string[]): ChildProcess {
  // What opens the server is nobody else's.
  const { SCHEMELAB_TOKEN: _, ...env } = process.env;
  const child = fork(createRequire(import.meta.url).resolve(program), args, {
    env,
    execArgv: ['--enable-source-maps'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  // What could not be started or told shows as an end.
  child.on('error', () => {});
  giveWay(child);
  letGo(child);
  return child;
}

/** Keeps this process alive for a child that is at work. */
export function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

/** Lets this process end although a child waits for work. */
export function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

/** Ends a child, and says when it has ended. */
export function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.ref();
    child.kill('SIGKILL');
  });
}

/** Makes a child that has just started, and all that it will start, give way to whoever answers requests. */
function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, GIVE_WAY);
    // Where sessions share the processor first, the session's own standing is what counts.
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, String(GIVE_WAY));
  } catch {
    // Where it is not allowed the system shares as it likes.
  }
}

/** To be called by a program started so: it ends when the server does. Returns what tells the server something. */
export function serveParent<News extends object>(): (news: News) => void {
  process.on('disconnect', () => process.exit());
  return (news) => {
    // A server that cannot be told is gone, which shows as a disconnection in a moment.
    if (process.connected) process.send!(news, undefined, undefined, () => {});
  };
}
