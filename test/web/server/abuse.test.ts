import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Any, post, raw, SMALL, startServer, type TestServer } from './serving.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ threads: 1, limits: { atOnce: 1, mostQueued: 5, mostRuns: 8 } });
});

afterAll(() => server.end());

const own = (): string => `127.0.0.1:${server.port}`;

const begin = (headers: Record<string, string>, body = JSON.stringify({ study: SMALL })) =>
  raw(server.port, '/api/v1/studies/check', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  });

/** The server still answers, and quickly. */
async function isWell(): Promise<void> {
  const health: Any = await (await fetch(`${server.url}/api/v1/health`)).json();
  expect(health.ok).toBe(true);
}

describe('other names and other sites', () => {
  test.each([
    'evil.example',
    `evil.example:PORT`,
    '127.0.0.1:1',
    '127.0.0.1.evil.example:PORT',
    '10.0.0.1:PORT',
    'localhost',
    '[::ffff:10.0.0.1]:PORT',
  ])('host “%s” is refused', async (host) => {
    const { status, text } = await raw(server.port, '/api/v1/catalogue', {
      headers: { Host: host.replace('PORT', String(server.port)) },
    });
    expect([status, text.length < 1000]).toEqual([403, true]);
  });

  test.each(['127.0.0.1', 'localhost', '[::1]'])('host “%s” is answered', async (host) => {
    const answer = await raw(server.port, '/api/v1/health', { headers: { Host: `${host}:${server.port}` } });
    expect(answer.status).toBe(200);
  });

  test.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://localhost.evil.example'])(
    'origin “%s” is refused',
    async (origin) => {
      expect((await begin({ Host: own(), Origin: origin })).status).toBe(403);
    },
  );

  test('its own origin is not', async () => {
    expect((await begin({ Host: own(), Origin: server.url, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(
      200,
    );
  });

  test('neither forms nor simple requests of other sites get anywhere', async () => {
    expect((await begin({ Host: own(), 'Content-Type': 'text/plain' })).status).toBe(415);
    const form = 'application/x-www-form-urlencoded';
    expect((await begin({ Host: own(), 'Content-Type': form }, 'study=1')).status).toBe(415);
    expect((await begin({ Host: own(), 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    const image = { Host: own(), 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' };
    expect((await raw(server.port, '/api/v1/runs', { headers: image })).status).toBe(403);
  });

  test('no answer allows another origin', async () => {
    const answer = await raw(server.port, '/api/v1/health', { headers: { Host: own() } });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    expect(answer.headers['content-security-policy']).not.toContain('unsafe');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('paths', () => {
  test.each([
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/....//....//package.json',
    '/..\\..\\package.json',
    '/assets/..%5c..%5c..%5cpackage.json',
    '/.built',
    '/.git/config',
    '//etc/passwd',
    '/%00',
    '/%',
    '/api/v1/runs/..%2f..%2fetc',
    '/api/v1/runs/__proto__',
    '/api/v1/runs/constructor/result',
    '/api/v1/runs/%2e%2e/files/manifest.json',
    `/api/v1/runs/${'a'.repeat(12)}/files/..%2flock`,
    `/${'a/'.repeat(3000)}`,
  ])('“%s” leads nowhere', async (path) => {
    const answer = await raw(server.port, path, { headers: { Host: own() } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/"private"|root:|schemelab-serve|node_modules|at .*\.[jt]s/);
  });

  test('no path in a study is opened', async () => {
    for (const path of ['/etc/passwd.yaml', '../../package.json', 'plans/x.yaml', `${server.data}/x.json`]) {
      for (const study of [
        { ...SMALL, extends: path },
        { ...SMALL, baseline: { pay: path } },
        { ...SMALL, alternatives: { a: { pay: { extends: path } } } },
      ]) {
        const { status, json } = await post(`${server.url}/api/v1/studies/check`, { study });
        expect(status).toBe(400);
        expect(json.error.problems.map(({ code }: Any) => code)).toContain('no-file');
      }
    }
  });
});

describe('sizes', () => {
  test('too much is refused, and says so', async () => {
    const study = `schemelab: 1\n# ${'x'.repeat(3_000_000)}`;
    expect((await post(`${server.url}/api/v1/studies/check`, { study })).status).toBe(413);
    const long = await post(`${server.url}/api/v1/studies/check`, { study: study.slice(0, 300_000) });
    expect(long.status).toBe(400);
    const depth = 100_000;
    const deep = `{"study":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;
    expect((await post(`${server.url}/api/v1/studies/check`, deep)).status).toBe(400);
    const lists = `{"study":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    expect((await post(`${server.url}/api/v1/studies/check`, lists)).status).toBe(400);
    const vast = { ...SMALL, run: { 'replications-per-draw': 100, replications: 400_000 } };
    const answer = await post(`${server.url}/api/v1/runs`, { study: vast });
    expect([answer.status, answer.json.error.code]).toEqual([413, 'run-too-large']);
    const bombed = await raw(server.port, '/api/v1/studies/check', {
      method: 'POST',
      headers: { Host: own(), 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
      body: 'x',
    });
    expect(bombed.status).toBe(415);
    await isWell();
  });

  test('headers without end are cut off', async () => {
    const answer = await raw(server.port, '/', { headers: { Host: own(), Long: 'x'.repeat(20_000) } });
    expect(answer.status).toBe(431);
  });
});

describe('slow and broken clients', () => {
  test('hold up nobody', async () => {
    let closed = 0;
    const sockets = Array.from({ length: 300 }, () => {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => {});
      socket.on('close', () => closed++);
      socket.write(`POST /api/v1/studies/check HTTP/1.1\r\nHost: ${own()}\r\nContent-Length: 100\r\n`);
      return socket;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await isWell();
    // Answered while they all hang on, not when the last is cut off.
    expect(closed).toBe(0);
    for (const socket of sockets) socket.destroy();
  });

  test('have ten seconds for their headers and thirty for the rest', () => {
    const { headersTimeout, requestTimeout } = server.serving.server;
    expect([headersTimeout, requestTimeout]).toEqual([10_000, 30_000]);
  });

  test('garbage is answered with 400', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write('\0\x01 GARBAGE\r\n\r\n'));
      let text = '';
      socket.on('data', (piece) => {
        text += String(piece);
      });
      socket.on('close', () => resolve(text));
      socket.on('error', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    await isWell();
  });
});

describe('thousands of starts', () => {
  test('are refused beyond the queue; the server answers all the while', async () => {
    const study = { ...SMALL, run: { 'replications-per-draw': 2, replications: 4000 } };
    const counts = new Map<number, number>();
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => post(`${server.url}/api/v1/runs`, { study })),
      );
      for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([201, 429]);
    expect(counts.get(201)).toBe(6);
    await isWell();
    const { runs }: Any = await (await fetch(`${server.url}/api/v1/runs`)).json();
    expect(runs).toHaveLength(6);
    for (const { id } of runs) await post(`${server.url}/api/v1/runs/${id}/stop`, {});
    // Two more, and the folder is full.
    for (const expected of [201, 201, 409]) {
      const { status, json } = await post(`${server.url}/api/v1/runs`, { study });
      expect(status).toBe(expected);
      if (status === 201) await post(`${server.url}/api/v1/runs/${json.id}/stop`, {});
      else expect(json.error.code).toBe('too-many-runs');
    }
    for (const { id } of ((await (await fetch(`${server.url}/api/v1/runs`)).json()) as Any).runs)
      await fetch(`${server.url}/api/v1/runs/${id}`, { method: 'DELETE' });
    expect(readdirSync(server.data)).toEqual(['.server.lock']);
  });
});

describe('malformed studies', () => {
  const mangled = fc.oneof(
    fc.anything({ maxDepth: 4, withBigInt: false }),
    fc.dictionary(
      fc.constantFrom(
        'schemelab',
        'context',
        'company',
        'baseline',
        'alternatives',
        'run',
        'stages',
        '__proto__',
      ),
      fc.anything({ maxDepth: 3 }).filter((x) => typeof x !== 'bigint'),
    ),
    fc.record({
      schemelab: fc.constantFrom(1, '1', null, 2),
      context: fc.constantFrom('b2b-saas', 'fmcg', 'x', 7),
      company: fc.jsonValue({ maxDepth: 3 }),
      alternatives: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })),
      run: fc.jsonValue({ maxDepth: 2 }),
    }),
    fc.string({ maxLength: 400, unit: 'binary' }),
  );

  test('are refused with a reason, never with 500', async () => {
    await fc.assert(
      fc.asyncProperty(
        mangled,
        fc.constantFrom('studies/check', 'plans/check', 'runs'),
        async (study, path) => {
          let body: string;
          try {
            body = JSON.stringify({ [path === 'plans/check' ? 'plan' : 'study']: study }) ?? '';
          } catch {
            return;
          }
          const { status, json } = await post(`${server.url}/api/v1/${path}`, body);
          expect([200, 201, 400, 413]).toContain(status);
          if (status >= 400) expect(json.error.message.zh).toMatch(/\p{Script=Han}/u);
          expect(JSON.stringify(json)).not.toMatch(/node_modules|schemelab-serve|\.ts:\d/);
          if (status === 201) await fetch(`${server.url}/api/v1/runs/${json.id}`, { method: 'DELETE' });
        },
      ),
      { numRuns: 600, seed: 20_261 },
    );
  });

  test('so is a sound study with any piece cut out or doubled', async () => {
    const text = JSON.stringify({ study: SMALL });
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(30), fc.boolean(), async (from, length, cut) => {
        const piece = text.slice(from, from + length);
        const body = text.slice(0, from) + (cut ? '' : piece + piece) + text.slice(from + length);
        const { status } = await post(`${server.url}/api/v1/studies/check`, body);
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 300, seed: 20_262 },
    );
    expect(server.log.filter((line) => line.startsWith('failed'))).toEqual([]);
  });
});
