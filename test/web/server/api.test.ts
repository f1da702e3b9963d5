import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../engine/cli/main.ts';
import * as contract from '../../../web/contract/index.ts';
import {
  type Any,
  chartsOf,
  eventsOf,
  post,
  raw,
  SMALL,
  settled,
  startServer,
  type TestServer,
} from './serving.ts';

let server: TestServer;
let api: string;

beforeAll(async () => {
  server = await startServer();
  api = `${server.url}${contract.API}`;
});

afterAll(() => server.end());

const get = async (path: string): Promise<Any> => (await fetch(`${api}${path}`)).json();

describe('what is known before any study', () => {
  test('the catalogue keeps to its schema', async () => {
    const catalogue = contract.catalogue.parse(await get('/catalogue'));
    expect(catalogue.schemes).toHaveLength(25);
    expect(catalogue.presets.map(({ id }) => id)).toContain('b2b-saas');
    expect(Object.keys(catalogue.presets[0]!.costs)).toHaveLength(25);
    expect(catalogue.plans.length).toBeGreaterThan(10);
  });

  test('what practices make of a week is told by industry, hours adding up', async () => {
    const { uses, practices } = contract.weeks.parse(await get('/contexts/fmcg/weeks'));
    expect(Object.keys(practices)).toHaveLength(25);
    for (const weeks of Object.values(practices)) {
      for (const { hours, overtime } of Object.values(weeks)) {
        expect(uses.reduce((sum, { id }) => sum + hours[id]!, 0)).toBeCloseTo(40 + overtime, 6);
      }
    }
    expect((await fetch(`${api}/contexts/mars/weeks`)).status).toBe(404);
  });

  test('the catalogue says in both languages where numbers come from', async () => {
    const { schemes, presets, parameters } = contract.catalogue.parse(await get('/catalogue'));
    const notes = [
      ...schemes.flatMap(({ shifts }) => shifts.map(({ evidence }) => evidence.source)),
      ...parameters.map(({ evidence }) => evidence.source),
      ...presets.flatMap(({ scalars }) => Object.values(scalars).map(({ evidence }) => evidence.source)),
      ...presets.flatMap(({ targets }) => Object.values(targets).map(({ source }) => source)),
    ];
    expect(notes.length).toBeGreaterThan(400);
    const word = /\b[a-z]{3,}\b/;
    expect(notes.filter(({ en, zh }) => word.test(en) && !/\p{Script=Han}/u.test(zh))).toEqual([]);
  });

  test('the catalogue is sent once, and packed to whoever can unpack it', async () => {
    const ask = (headers: Record<string, string>) =>
      raw(server.port, '/api/v1/catalogue', { headers: { Host: `127.0.0.1:${server.port}`, ...headers } });
    const plain = await ask({});
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await fetch(`${api}/catalogue`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe(plain.text);
    const again = await ask({ 'If-None-Match': String(plain.headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await ask({ 'If-None-Match': '"another"' })).status).toBe(200);
  });

  test('every example study is sound, and every flat plan can be written back', async () => {
    const catalogue = contract.catalogue.parse(await get('/catalogue'));
    for (const { yaml, id } of catalogue.examples) {
      const { status, json } = await post(`${api}/studies/check`, { study: yaml });
      expect({ id, status, error: json.error }).toEqual({ id, status: 200, error: undefined });
    }
    for (const { id, pay, reps } of catalogue.presets) {
      const study = {
        schemelab: 1,
        context: id,
        company: { reps: reps.mode },
        baseline: { pay: { ...pay, cap: pay.cap ?? 'none' } },
      };
      const { status, json } = await post(`${api}/studies/check`, { study });
      expect({ id, status, error: json.error }).toEqual({ id, status: 200, error: undefined });
      expect(contract.studyAnswer.parse(json).alternatives[0]!.pay.curve!.points.length).toBeGreaterThan(20);
    }
  });

  test('every plan that comes along says what it pays', async () => {
    const catalogue = contract.catalogue.parse(await get('/catalogue'));
    for (const { id, yaml } of catalogue.plans) {
      const { status, json } = await post(`${api}/plans/check`, { plan: yaml });
      expect({ id, status, error: json.error }).toEqual({ id, status: 200, error: undefined });
      contract.planAnswer.parse(json);
    }
  });

  test('the OpenAPI document tells every path of the server', async () => {
    const document: Any = await (await fetch(`${server.url}/api/openapi.json`)).json();
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/v1/runs/{id}'].get.operationId).toBe('run');
    expect(document.paths['/api/v1/runs'].post.requestBody.content['application/json'].schema.type).toBe(
      'object',
    );
    const docs = await fetch(`${server.url}/api/docs`);
    expect(await docs.text()).toContain('/api/v1/studies/check');
    expect(docs.headers.get('content-security-policy')).not.toContain('unsafe');
  });
});

describe('problems', () => {
  test('stand at their place, in both languages', async () => {
    const study = { ...SMALL, alternatives: { coached: { schemes: ['trainnig'] } } };
    const { status, json } = await post(`${api}/studies/check`, { study });
    expect(status).toBe(400);
    const [problem] = contract.failure.parse(json).error.problems!;
    expect(problem).toMatchObject({ path: 'alternatives.coached.schemes[0]', suggestion: 'training' });
    expect(problem!.expected.zh).toMatch(/\p{Script=Han}/u);
  });

  test('of text have their line', async () => {
    const { json } = await post(`${api}/studies/check`, {
      study: 'schemelab: 1\ncontext: b2b-saas\ncompany:\n  rep: 3\n',
    });
    expect(json.error.problems[0]).toMatchObject({ line: 4, code: 'unknown-key', suggestion: 'reps' });
  });
});

describe('a run', () => {
  let id: string;

  test('sends rough results, then the final one; a client that comes back misses nothing', async () => {
    const begun = await post(`${api}/runs`, { study: SMALL });
    expect(begun.status).toBe(201);
    id = begun.json.id;
    const { events } = await eventsOf(`${api}/runs/${id}/events`);
    for (const event of events) contract.runEvent.parse(event.data);
    expect(events.at(-1)!.type).toBe('done');
    expect(events.some(({ type }) => type === 'summary')).toBe(true);
    const numbers = events.map((event) => Number(event.id.split('-')[1]));
    const later = await eventsOf(`${api}/runs/${id}/events`, { last: events[1]!.id });
    expect(later.events.map((event) => event.id)).toEqual(
      events.filter((_, i) => numbers[i]! > numbers[1]!).map((event) => event.id),
    );
    expect((await eventsOf(`${api}/runs/${id}/events`, { last: events.at(-1)!.id })).status).toBe(204);
    contract.run.parse(await get(`/runs/${id}`));
  });

  test('equals one by the command line, to the byte', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schemelab-equal-'));
    try {
      const yaml = await (await fetch(`${api}/runs/${id}/files/study.yaml`)).text();
      writeFileSync(join(folder, 'study.yaml'), yaml);
      const out = join(folder, 'run');
      expect(await main(['run', join(folder, 'study.yaml'), '--threads', '1', '--quiet', '--out', out])).toBe(
        0,
      );
      const names = contract.RUN_FILES.filter((name) => name !== 'summary.csv' && name !== 'manifest.json');
      expect(names).toHaveLength(7);
      for (const name of names) {
        const response = await fetch(`${api}/runs/${id}/files/${name}`);
        const served = Buffer.from(await response.arrayBuffer());
        expect({ name, equal: served.equals(readFileSync(join(out, name))) }).toEqual({ name, equal: true });
      }
      const result = await (await fetch(`${api}/runs/${id}/result`)).text();
      expect(result).toBe(readFileSync(join(out, 'result.json'), 'utf8'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('with long draws is looked at first; its end is the same, to the byte', async () => {
    const study = { ...SMALL, run: { 'replications-per-draw': 4, replications: 12, seed: 'look' } };
    const begun = (await post(`${api}/runs`, { study })).json.id;
    const { events } = await eventsOf(`${api}/runs/${begun}/events`);
    const looks = events.filter(({ type }) => type === 'summary');
    const { run } = contract.result.parse(looks[0]!.data.result);
    expect(run).toMatchObject({ stoppedBy: 'unfinished', replications: run.draws });
    expect(looks[0]!.data.progress.finished).toBe(0);
    const folder = mkdtempSync(join(tmpdir(), 'schemelab-look-'));
    try {
      writeFileSync(join(folder, 'study.json'), JSON.stringify(study));
      const out = join(folder, 'run');
      await main(['run', join(folder, 'study.json'), '--threads', '1', '--quiet', '--out', out]);
      const result = await (await fetch(`${api}/runs/${begun}/result`)).text();
      expect(result).toBe(readFileSync(join(out, 'result.json'), 'utf8'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('becomes finer with the draws it has, to the same bytes as from the start', async () => {
    const { status, json } = await post(`${api}/runs/${id}/continue`, { replications: 20 });
    expect(status).toBe(201);
    const finer = await settled(server, json.id);
    expect(finer).toMatchObject({ state: 'done', replications: 20, continues: id });
    expect(finer.command).toBe('schemelab run study.yaml --replications 20');
    const anew = await post(`${api}/runs`, { study: SMALL, options: { replications: 20 } });
    await settled(server, anew.json.id);
    const text = async (of: string): Promise<string> => (await fetch(`${api}/runs/${of}/result`)).text();
    expect(await text(json.id)).toBe(await text(anew.json.id));
    expect((await post(`${api}/runs/${id}/continue`, { replications: 3 })).status).toBe(409);
  });

  test('gives charts and a table', async () => {
    contract.chartData.parse(await chartsOf(server, id));
    const csv = await (await fetch(`${api}/runs/${id}/files/summary.csv`)).text();
    expect(csv.split('\r\n')[1]).toMatch(/^baseline,net-value,CNY,/);
  });

  test('can be deleted, at work or not', async () => {
    const long = { ...SMALL, run: { 'replications-per-draw': 2, replications: 4000 } };
    const begun = await post(`${api}/runs`, { study: long });
    expect((await fetch(`${api}/runs/${begun.json.id}/charts`)).status).toBe(409);
    for (const one of [begun.json.id, id]) {
      expect((await fetch(`${api}/runs/${one}`, { method: 'DELETE' })).status).toBe(204);
      expect((await fetch(`${api}/runs/${one}`)).status).toBe(404);
    }
  });
});

describe('stopping and restarting', () => {
  test('a stopped run goes on; one at work survives the end of the server', async () => {
    const long = { ...SMALL, run: { 'replications-per-draw': 2, replications: 160 } };
    const first = await startServer({ threads: 1 });
    const { json } = await post(`${first.url}/api/v1/runs`, { study: long });
    const path = `/api/v1/runs/${json.id}`;
    await eventsOf(`${first.url}${path}/events`, { until: ({ type }) => type === 'summary' });
    expect((await post(`${first.url}${path}/stop`, {})).json.state).toBe('stopped');
    const stopped: Any = await (await fetch(`${first.url}${path}`)).json();
    expect(stopped.result.run.stoppedBy).toBe('unfinished');
    expect((await post(`${first.url}${path}/continue`, {})).json.state).toBe('running');
    await eventsOf(`${first.url}${path}/events`, {
      until: ({ data }) => data.progress?.finished > stopped.progress.finished,
    });
    await first.end(true);
    const second = await startServer({ data: first.data });
    expect(await settled(second, json.id)).toMatchObject({ state: 'done', replications: 160 });
    // Stopped by hand it does not go on by itself.
    const other = await post(`${second.url}/api/v1/runs`, { study: long, options: { seed: 'other' } });
    await post(`${second.url}/api/v1/runs/${other.json.id}/stop`, {});
    await second.end(true);
    const third = await startServer({ data: first.data });
    expect((await settled(third, other.json.id)).state).toBe('stopped');
    await third.end();
  });
});

describe('the log', () => {
  test('names neither runs nor studies nor addresses', async () => {
    await raw(server.port, '/api/v1/runs/nothing?secret=1');
    const log = server.log.join('\n');
    expect(log).toContain('GET /api/v1/runs/:id 404');
    expect(log).not.toMatch(/secret|nothing|127\.0\.0\.1|coached/);
  });
});
