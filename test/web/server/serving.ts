import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Limits, type Patience, type Serving, serve } from '../../../web/server/index.ts';

/** A server for a test, on a free port and a folder of its own. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly data: string;
  readonly log: string[];
  readonly serving: Serving;
  /** Stops it; with `keep` the folder stays for another. */
  end(keep?: boolean): Promise<void>;
}

export async function startServer(
  options: {
    data?: string;
    token?: string | null;
    base?: string;
    threads?: number;
    limits?: Partial<Limits>;
    patience?: Partial<Patience>;
  } = {},
): Promise<TestServer> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'schemelab-serve-'));
  const log: string[] = [];
  const serving = await serve({
    port: 0,
    host: '127.0.0.1',
    data,
    token: options.token ?? null,
    threads: options.threads ?? 2,
    ...(options.base === undefined ? {} : { base: options.base }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    log: (line) => log.push(line),
  });
  return {
    url: serving.url,
    port: Number(new URL(serving.url).port),
    data,
    log,
    serving,
    end: async (keep = false) => {
      await serving.close();
      if (!keep) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A small sound study that takes a second or two. */
export const SMALL = {
  schemelab: 1,
  context: 'b2b-saas',
  company: { reps: 4, teams: 1 },
  alternatives: { coached: { schemes: ['training'] } },
  run: { 'replications-per-draw': 2, replications: 12 },
};

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request with headers that fetch would not send, and a path that it would not leave as it is. */
export function raw(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }));
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}

// What the server answers is checked by the contract's schemas where it matters; the rest is read as it comes.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Any = any;

/** POSTs JSON. */
export async function post(url: string, body: unknown): Promise<{ status: number; json: Any }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? null : JSON.parse(text) };
}

/** An event of a stream. */
export interface Event {
  readonly id: string;
  readonly type: string;
  readonly data: Any;
}

/** Reads a run's events until the stream ends, or `until` says so. */
export async function eventsOf(
  url: string,
  options: { last?: string; until?: (event: Event) => boolean } = {},
): Promise<{ status: number; events: Event[] }> {
  const stopping = new AbortController();
  const headers = options.last === undefined ? {} : { 'Last-Event-ID': options.last };
  const response = await fetch(url, { headers, signal: stopping.signal });
  const events: Event[] = [];
  if (response.status !== 200) return { status: response.status, events };
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const piece of response.body!) {
      rest += decoder.decode(piece as Uint8Array, { stream: true });
      for (;;) {
        const end = rest.indexOf('\n\n');
        if (end < 0) break;
        const event = parseEvent(rest.slice(0, end));
        rest = rest.slice(end + 2);
        if (event === null) continue;
        events.push(event);
        if (options.until?.(event)) {
          stopping.abort();
          return { status: 200, events };
        }
      }
    }
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  }
  return { status: 200, events };
}

function parseEvent(text: string): Event | null {
  const field = (name: string): string | undefined =>
    text
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const data = field('data');
  return data === undefined ? null : { id: field('id')!, type: field('event')!, data: JSON.parse(data) };
}

/** Waits until a run has ended, however. */
export async function settled(server: TestServer, id: string): Promise<Any> {
  for (;;) {
    const run: Any = await (await fetch(`${server.url}/api/v1/runs/${id}`)).json();
    if (!['queued', 'running'].includes(run.state)) return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The answer to a request for chart data, however long they take. */
export async function chartsAnswer(server: TestServer, id: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(`${server.url}/api/v1/runs/${id}/charts`);
    if (answer.status !== 202) return answer;
    await answer.text();
  }
}

/** Chart data of a finished run. */
export async function chartsOf(server: TestServer, id: string): Promise<Any> {
  return (await chartsAnswer(server, id)).json();
}
