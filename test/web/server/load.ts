import { type Any, type Event, eventsOf, post, startServer } from './serving.ts';

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
}

/** Lets clients watch runs on this machine, each reading other pages of the API all the while. */
export async function load({ clients, runs, draws, readEvery, cutEvery }: Load): Promise<LoadReport> {
  const server = await startServer({ threads: 1, limits: { atOnce: runs } });
  const api = `${server.url}/api/v1`;
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
    const read = async (paths: readonly string[], first: number): Promise<void> => {
      await pause(first);
      for (let i = 0; watching > 0; i++) {
        const at = performance.now();
        const response = await fetch(`${api}${paths[i % paths.length]}`);
        await response.arrayBuffer();
        times.push(performance.now() - at);
        if (response.status !== 200) failedReads++;
        await pause(readEvery);
      }
    };
    const watch = async (id: string, cut: boolean): Promise<Event[]> => {
      const seen: Event[] = [];
      for (;;) {
        const last = seen.at(-1)?.id;
        let count = 0;
        const { events } = await eventsOf(`${api}/runs/${id}/events`, {
          ...(last === undefined ? {} : { last }),
          until: ({ type }) => type === 'done' || (cut && ++count > 6),
        });
        seen.push(...events);
        if (seen.at(-1)?.type === 'done') break;
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
    };
  } finally {
    await server.end();
  }
}

/** Numbers between a client's first event and the last of the run that it has not, or has twice. */
function compare(logs: readonly Event[][], runs: number): { lost: number; doubled: number } {
  let lost = 0;
  let doubled = 0;
  for (let r = 0; r < runs; r++) {
    const ofRun = logs.filter((_, c) => c % runs === r).map((log) => log.map((event) => numberOf(event)));
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

function numberOf(event: Event): number {
  return Number((event as Any).id.split('-')[1]);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
