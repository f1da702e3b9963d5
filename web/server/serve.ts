import { mkdirSync, readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../../engine/kernel/failure.ts';
import { releaseLock, takeLock } from '../../engine/results/index.ts';
import { makeServer, type Patience } from './app.ts';
import { makeCatalogue } from './catalogue.ts';
import { Checks } from './checks.ts';
import { isLoopback, SHORTEST_TOKEN } from './guard.ts';
import { Prepared } from './prepared.ts';
import { RunService } from './run-service.ts';

/** `schemelab serve` as it was asked for. */
export interface ServeOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  readonly host: string;
  /** Folder of runs. */
  readonly data: string;
  readonly token: string | null;
  /** Path under which a proxy in front shows the page, such as `/schemelab`; the root unless said otherwise. */
  readonly base?: string;
  /** Worker threads of each run; all cores unless said otherwise. */
  readonly threads?: number;
  /** Limits; the usual ones unless said otherwise. */
  readonly limits?: Partial<Limits>;
  readonly patience?: Partial<Patience>;
  readonly log: (line: string) => void;
}

/** How much the server takes on. */
export interface Limits {
  readonly atOnce: number;
  readonly mostQueued: number;
  readonly mostRuns: number;
  readonly mostReplications: number;
}

const LIMITS: Limits = { atOnce: 2, mostQueued: 20, mostRuns: 500, mostReplications: 400_000 };

const PATIENCE: Patience = { headers: 10_000, request: 30_000, idle: 10_000, stalled: 180_000, beat: 15_000 };

/** A server at work. */
export interface Serving {
  readonly server: Server;
  /** Where it answers, such as http://127.0.0.1:8320. */
  readonly url: string;
  /** Stops it; unfinished runs go on at the next start. */
  close(): Promise<void>;
}

/** Held in the data folder by the one server that uses it. */
const LOCK = '.server.lock';

/** The built page, two levels below the project's folder like this file, built or not. */
const PAGE = fileURLToPath(new URL('../../dist/web', import.meta.url));

/**
 * Starts the server.
 *
 * @throws Failure `usage` for another address than this machine's without a token, a token too short, a port in use, or
 *   a data folder that cannot be used
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { host, port, token, data, log } = options;
  if (token !== null && token.length < SHORTEST_TOKEN)
    throw usage(
      `the token must have at least ${SHORTEST_TOKEN} characters.`,
      `令牌至少需 ${SHORTEST_TOKEN} 个字符。`,
    );
  if (!isLoopback(host) && token === null)
    throw usage(
      `on ${host} others can reach the server: give it a --token of at least ${SHORTEST_TOKEN} characters.`,
      `在 ${host} 上他人可以访问：请用 --token 设置至少 ${SHORTEST_TOKEN} 个字符的令牌。`,
    );
  const base =
    options.base === undefined ? '/' : `/${options.base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base) || base.includes('..'))
    throw usage(
      `the base path must look like /tools/schemelab, found “${options.base}”.`,
      `路径前缀应如 /tools/schemelab，发现“${options.base}”。`,
    );
  if (!isUsable(data)) throw usage(`${data} cannot be used as a folder.`, `${data} 无法用作文件夹。`);
  const lock = join(data, LOCK);
  const holder = takeLock(lock);
  if (holder !== null)
    throw usage(
      `another server (process ${holder}) keeps its runs in ${data}: end it, or give this one another --data folder.`,
      `另一服务器（进程 ${holder}）正在使用 ${data}：请先结束它，或用 --data 另指文件夹。`,
    );
  const limits = { ...LIMITS, ...options.limits };
  const patience = { ...PATIENCE, ...options.patience };
  const catalogue = new Prepared(JSON.stringify(makeCatalogue(limits.mostReplications, token !== null)));
  const service = new RunService({
    data,
    threads: options.threads ?? availableParallelism(),
    ...limits,
    log,
  });
  const checks = new Checks(patience.request);
  const server = makeServer({
    service,
    checks,
    catalogue,
    page: PAGE,
    token,
    base,
    patience,
    log,
  });
  try {
    await listen(server, port, host);
  } catch (error) {
    await Promise.all([service.close(), checks.close()]);
    releaseLock(lock);
    const { code } = error as NodeJS.ErrnoException;
    throw usage(`cannot listen on ${host}:${port} (${code}).`, `无法监听 ${host}:${port}（${code}）。`);
  }
  const beat = setInterval(() => service.beat(), patience.beat);
  beat.unref();
  const address = server.address() as { port: number };
  return {
    server,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}${base === '/' ? '' : base}`,
    close: async () => {
      clearInterval(beat);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all([service.close(), checks.close()]);
      server.closeAllConnections();
      await closed;
      releaseLock(lock);
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function usage(en: string, zh: string): Failure {
  return new Failure('usage', { en, zh });
}

function isUsable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    readdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
