import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServeOptions } from '../../../web/server/index.ts';
import { post } from './serving.ts';

/** How hard the server is pressed. */
export interface Load {
  readonly clients: number;
  readonly runs: number;
  /** Parameter draws of each run. */
  readonly draws: number;
  /** Milliseconds between two reads of one client. */
  readonly readEvery: number;
  /** Every this many clients one is cut off again and again, and comes back. */
  readonly cutEvery: number;
}

/** What came of it. */
export interface LoadReport {
  readonly seconds: number;
  readonly events: number;
  /** Events that some client should have had and had not, or had twice. */
  readonly lost: number;
  readonly doubled: number;
  readonly cuts: number;
  readonly reads: number;
  /** Milliseconds of reads. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly failedReads: number;
  /** Seconds of the server's main thread: at work, and ready to work but without a core; null where the system does not tell. */
  readonly server: { readonly worked: number; readonly waited: number } | null;
}

/** Lets clients watch runs on this machine, each reading other pages of the API all the while. */
export async function load({ clients, runs, draws, readEvery, cutEvery }: Load): Promise<LoadReport> {
  const data = mkdtempSync(join(tmpdir(), 'schemelab-load-'));
  const server = await startApart({ data, threads: 1, limits: { atOnce: runs } });
  const api = `${server.url}/api/v1`;
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const begun = performance.now();
  try {
    const ids: string[] = [];
    for (let i = 0; i < runs; i++) {
      const study = {
        schemelab: 1,
        context: 'b2b-saas',
        company: { reps: 6, teams: 1 },
        alternatives: { coached: { schemes: ['training'] }, scored: { schemes: ['automation'] } },
        run: { 'replications-per-draw': 2, replications: draws * 2, seed: `load ${i}` },
      };
      ids.push((await post(`${api}/runs`, { study })).json.id);
    }
    let watching = clients;
    const times: number[] = [];
    let failedReads = 0;
    let cuts = 0;
    const lastIds = new Map<number[], string>();
    const read = async (paths: readonly string[], first: number): Promise<void> => {
      await pause(first);
      for (let i = Math.floor(first); watching > 0; i++) {
        const at = performance.now();
        const status = await readOnce(`${api}${paths[i % paths.length]}`, agent);
        times.push(performance.now() - at);
        if (status !== 200) failedReads++;
        await pause(readEvery);
      }
    };
    const watch = async (id: string, cut: boolean): Promise<number[]> => {
      const seen: number[] = [];
      for (;;) {
        const { numbers, done, last } = await hear(
          `${api}/runs/${id}/events`,
          lastIds.get(seen),
          cut ? 6 : null,
        );
        seen.push(...numbers);
        if (last !== null) lastIds.set(seen, last);
        if (done) break;
        cuts++;
      }
      watching--;
      return seen;
    };
    const readers = Array.from({ length: clients }, (_, c) =>
      read(['/health', '/runs', `/runs/${ids[c % runs]}`, '/catalogue'], (c * readEvery) / clients),
    );
    const logs = await Promise.all(
      Array.from({ length: clients }, (_, c) => watch(ids[c % runs]!, c % cutEvery === 0)),
    );
    await Promise.all(readers);
    const { lost, doubled } = compare(logs, runs);
    times.sort((a, b) => a - b);
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(share * times.length))]!;
    return {
      seconds: (performance.now() - begun) / 1000,
      events: logs.reduce((sum, log) => sum + log.length, 0),
      lost,
      doubled,
      cuts,
      reads: times.length,
      p50: at(0.5),
      p99: at(0.99),
      worst: times.at(-1)!,
      failedReads,
      server: timesOf(server.pid),
    };
  } finally {
    agent.destroy();
    await server.end();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Seconds that the first thread of a process has worked, and waited for a core, as Linux counts them. */
function timesOf(pid: number): LoadReport['server'] {
  try {
    const [worked, waited] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8')
      .split(' ')
      .map(Number);
    return { worked: worked! / 1e9, waited: waited! / 1e9 };
  } catch {
    return null;
  }
}

/** Numbers between a client's first event and the last of the run that it has not, or has twice. */
function compare(logs: readonly number[][], runs: number): { lost: number; doubled: number } {
  let lost = 0;
  let doubled = 0;
  for (let r = 0; r < runs; r++) {
    const ofRun = logs.filter((_, c) => c % runs === r);
    const last = Math.max(...ofRun.map((numbers) => numbers.at(-1)!));
    for (const numbers of ofRun) {
      // The events of the snapshot share the number that the client joined at.
      const joined = numbers[0]!;
      const rest = numbers.filter((number) => number > joined);
      lost += last - joined - new Set(rest).size;
      doubled += rest.length - new Set(rest).size;
    }
  }
  return { lost, doubled };
}

/** A server in a process of its own. */
export interface Apart {
  readonly url: string;
  readonly pid: number;
  end(): Promise<void>;
  /** As a crash would end it. */
  kill(): void;
}

/** Starts a server in a process of its own, so that its clients' work is not counted as its own. */
export async function startApart(
  options: Partial<ServeOptions> & Pick<ServeOptions, 'data'>,
): Promise<Apart> {
  const child = spawn(process.execPath, [SERVED, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Clients are elsewhere: in a session of its own the server does not share its part of the processor with them.
    detached: true,
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(String(text).trim()));
    child.once('exit', (status) => reject(new Error(`the server ended with ${status}`)));
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url,
    pid: child.pid!,
    end: () => {
      child.stdin.end();
      return ended;
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

/** Beside the sources whether they run as such or as a bundle two levels below the project's folder. */
const SERVED = fileURLToPath(
  new URL(
    import.meta.url.includes('/dist/') ? '../../test/web/server/served.mjs' : './served.mjs',
    import.meta.url,
  ),
);

function readOnce(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.on('end', () => resolve(response.statusCode!)).resume();
    }).on('error', reject);
  });
}

/** Numbers of the events until the stream ends, or so many came; their content is not looked at. */
function hear(
  url: string,
  last: string | undefined,
  most: number | null,
): Promise<{ numbers: number[]; done: boolean; last: string | null }> {
  return new Promise((resolve, reject) => {
    const headers = last === undefined ? {} : { 'Last-Event-ID': last };
    const numbers: number[] = [];
    let id: string | null = null;
    let done = false;
    let rest = '';
    const request = get(url, { headers, agent: false }, (response) => {
      const end = (): void => resolve({ numbers, done, last: id });
      response.setEncoding('latin1');
      response.on('data', (piece: string) => {
        rest += piece;
        for (;;) {
          const at = rest.indexOf('\n\n');
          if (at < 0) break;
          const [first, second] = rest.slice(0, Math.min(at, 80)).split('\n');
          rest = rest.slice(at + 2);
          if (first?.startsWith('id: ') !== true) continue;
          id = first.slice(4);
          numbers.push(Number(id.split('-')[1]));
          done = second === 'event: done';
          if (most !== null && numbers.length > most && !done) {
            request.destroy();
            end();
            return;
          }
        }
      });
      response.on('end', end);
      // Cut off by this side: already answered.
      response.on('error', end);
    });
    request.on('error', (error) =>
      numbers.length > 0 ? resolve({ numbers, done, last: id }) : reject(error),
    );
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
