import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../engine/cli/main.ts';
import { runOptions } from '../../../web/client/study/run-options.ts';
import * as contract from '../../../web/contract/index.ts';
import { type Any, chartsOf, post, settled, startServer, type TestServer } from './serving.ts';

const STUDY = {
  schemelab: 1,
  context: 'b2b-saas',
  company: { reps: 3, teams: 1 },
  alternatives: {
    richer: { pay: { extends: 'baseline', commission: '20%' } },
    coached: { schemes: ['training'] },
  },
  run: { 'replications-per-draw': 2, replications: 8 },
};

describe('a run asked what its plans pay', () => {
  let server: TestServer;
  let run: Any;
  const get = async (path: string): Promise<string> =>
    (await fetch(`${server.url}/api/v1/runs/${run.id}${path}`)).text();
  beforeAll(async () => {
    server = await startServer({ threads: 1 });
    const { json } = await post(`${server.url}/api/v1/runs`, { study: STUDY, options: runOptions(STUDY) });
    run = await settled(server, json.id);
  });
  afterAll(async () => server.end());

  test('equals the command line it names, to the byte', async () => {
    expect(run.state).toBe('done');
    expect(run.command).toBe('schemelab run study.yaml --pay');
    const folder = mkdtempSync(join(tmpdir(), 'schemelab-pay-'));
    try {
      writeFileSync(join(folder, 'study.yaml'), await get('/files/study.yaml'));
      const out = join(folder, 'run');
      const words = ['run', join(folder, 'study.yaml'), '--pay', '--threads', '1', '--quiet', '--out', out];
      expect(await main(words)).toBe(0);
      const result = await get('/result');
      expect(result === readFileSync(join(out, 'result.json'), 'utf8')).toBe(true);
      expect(JSON.parse(result).pay).toHaveLength(3);
      expect(JSON.parse(result).paySplit).toHaveLength(1);
      const reps = await fetch(`${server.url}/api/v1/runs/${run.id}/files/reps.parquet`);
      const served = Buffer.from(await reps.arrayBuffer());
      expect(served.equals(readFileSync(join(out, 'reps.parquet')))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('tells its charts by alternative and by change, the split by the year', async () => {
    const { pay } = contract.chartData.parse(await chartsOf(server, run.id));
    const result = JSON.parse(await get('/result'));
    expect(pay!.outcomes.map((one) => one.alternative)).toEqual(['baseline', 'richer', 'coached']);
    expect(pay!.splits.map((one) => one?.alternative)).toEqual(['richer', undefined]);
    const years = result.run.horizonDays / 252;
    const { mechanics, total } = pay!.splits[0]!;
    expect(mechanics.mean! * years).toBeCloseTo(result.paySplit[0].mechanics.mean, -1);
    expect(total.mean! * years).toBeCloseTo(result.comparisons[0].metrics['pay-cost'].mean, -1);
  });

  test('asks for it when made finer, too', async () => {
    const { json } = await post(`${server.url}/api/v1/runs/${run.id}/continue`, { replications: 12 });
    const finer = await settled(server, json.id);
    expect(finer).toMatchObject({ state: 'done', replications: 12 });
    expect(finer.command).toBe('schemelab run study.yaml --replications 12 --pay');
    expect(finer.result.pay).toHaveLength(3);
  });
});

test('the page asks what plans pay where an alternative pays otherwise, and only there', () => {
  expect(runOptions(STUDY)).toEqual({ pay: true });
  expect(runOptions({ ...STUDY, alternatives: { coached: { schemes: ['training'] } } })).toEqual({});
  expect(runOptions({ schemelab: 1 })).toEqual({});
});
