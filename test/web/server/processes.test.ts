import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartData } from '../../../web/contract/index.ts';
import { chartsOfRun } from '../../../web/server/charts/index.ts';
import { reportHtml } from '../../../web/server/report/index.ts';
import { startApart } from './load.ts';
import {
  chartsAnswer,
  chartsOf,
  eventsOf,
  post,
  SMALL,
  settled,
  startServer,
  type TestServer,
} from './serving.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('chart data and reports', () => {
  let server: TestServer;
  let id: string;
  const charts = (): string[] => readdirSync(server.data).filter((name) => name.startsWith(`${id}.charts`));

  beforeAll(async () => {
    server = await startServer({ threads: 1 });
    id = (await post(`${server.url}/api/v1/runs`, { study: SMALL })).json.id;
    await settled(server, id);
  });
  afterAll(() => server.end());

  test('are those of the run’s files', async () => {
    expect(charts()).toEqual([]);
    const got = chartData.parse(await chartsOf(server, id));
    expect(got).toEqual(await chartsOfRun(join(server.data, id)));
    const run = await settled(server, id);
    const link = `${server.url}/#/runs/${id}/compare`;
    const report = await (await fetch(`${server.url}/api/v1/runs/${id}/report?lang=zh`)).text();
    // Wherever it is opened or printed, nothing in it may run or be fetched.
    expect(report).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(
      report === (await reportHtml(join(server.data, id), { lang: 'zh', link, command: run.command })),
    ).toBe(true);
  });

  test('are kept beside the run, for the next server too', async () => {
    const [name, ...more] = charts();
    expect(more).toEqual([]);
    const made = statSync(join(server.data, name!)).mtimeMs;
    await server.end(true);
    server = await startServer({ threads: 1, data: server.data });
    await chartsOf(server, id);
    expect(statSync(join(server.data, name!)).mtimeMs).toBe(made);
    // The folder of the run has what the command line would leave in it, and no more.
    const files = readdirSync(join(server.data, id));
    expect(files.filter((one) => one.includes('charts'))).toEqual([]);
  });

  test('of a damaged run are refused in plain words', async () => {
    const other = (await post(`${server.url}/api/v1/runs`, { study: SMALL })).json.id;
    await settled(server, other);
    rmSync(join(server.data, other, 'result.json'));
    const answer = await chartsAnswer(server, other);
    const { error } = (await answer.json()) as { error: { code: string; message: { en: string } } };
    expect([answer.status, error.code]).toEqual([409, 'run-damaged']);
    expect(error.message.en).not.toContain(server.data);
  });

  test('go with the run, even when it is deleted while they are made', async () => {
    const asked = (await post(`${server.url}/api/v1/runs`, { study: SMALL, options: { seed: 'gone' } })).json
      .id;
    await settled(server, asked);
    const making = chartsOf(server, asked);
    for (const one of [id, asked]) await fetch(`${server.url}/api/v1/runs/${one}`, { method: 'DELETE' });
    await making.catch(() => {});
    while (readdirSync(server.data).some((name) => name.startsWith(asked))) await pause(50);
    expect(readdirSync(server.data).filter((name) => name.startsWith(asked) || name.startsWith(id))).toEqual(
      [],
    );
  });
});

describe.runIf(existsSync('/proc/self/task'))('a server that is killed', () => {
  test('leaves no process behind, and its run goes on with the next', async () => {
    const data = mkdtempSync(join(tmpdir(), 'schemelab-killed-'));
    try {
      const first = await startApart({ data, threads: 1 });
      const study = { ...SMALL, run: { 'replications-per-draw': 2, replications: 60 } };
      const { json } = await post(`${first.url}/api/v1/runs`, { study });
      const path = `/api/v1/runs/${json.id}/events`;
      await eventsOf(`${first.url}${path}`, { until: ({ type }) => type === 'summary' });
      const children = childrenOf(first.pid);
      expect(children.length).toBeGreaterThan(0);
      first.kill();
      // Until it is gone the folder is its own.
      while (existsSync(`/proc/${first.pid}`)) await pause(20);
      const second = await startServer({ data });
      expect(await settled(second, json.id)).toMatchObject({ state: 'done', replications: 60 });
      while (children.some(isAlive)) await pause(50);
      await second.end();
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  });
});

/** Processes that a process has started. */
function childrenOf(pid: number): number[] {
  const all = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' '),
  );
  return all.filter((one) => one.trim() !== '').map(Number);
}

/** Whether a process is there and more than a name that nobody has asked after. */
function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/\) [ZX] /.test(stat);
  } catch {
    return false;
  }
}
