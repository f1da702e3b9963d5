import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../../web/server/index.ts';
import { raw, startServer, type TestServer } from './serving.ts';

const TOKEN = 'correct horse battery staple';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ token: TOKEN });
});

afterAll(() => server.end());

const host = (): string => `sales.example:${server.port}`;

describe('an address that others reach', () => {
  const options = { port: 0, data: '/nowhere', log: () => {} };

  test.each([null, 'short', 'fifteen letters'])('needs a long token: %s', async (token) => {
    await expect(serve({ ...options, host: '0.0.0.0', token })).rejects.toMatchObject({ code: 'usage' });
  });

  test('is asked for by its own name or any: the token guards', async () => {
    const answer = await raw(server.port, '/api/v1/health', {
      headers: { Host: host(), Authorization: `Bearer ${TOKEN}` },
    });
    expect(answer.status).toBe(200);
  });
});

describe('without the token', () => {
  test.each(['/api/v1/health', '/api/v1/catalogue', '/api/openapi.json', '/api/docs'])(
    '%s is closed',
    async (path) => {
      const answer = await raw(server.port, path, { headers: { Host: host() } });
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    },
  );

  test.each(['Bearer wrong', `Bearer ${TOKEN}x`, 'Bearer ', `Basic ${TOKEN}`])(
    '“%s” is no token',
    async (given) => {
      const answer = await raw(server.port, '/api/v1/health', {
        headers: { Host: host(), Authorization: given },
      });
      expect(answer.status).toBe(401);
    },
  );

  test('a person is shown the form', async () => {
    const answer = await raw(server.port, '/', { headers: { Host: host(), Accept: 'text/html' } });
    expect([answer.status, answer.headers.location]).toEqual([303, '/login']);
    const form = await raw(server.port, '/login', { headers: { Host: host() } });
    expect(form.text).toContain('type="password"');
  });
});

describe('logging in', () => {
  const logIn = (token: string, headers: Record<string, string> = {}) =>
    raw(server.port, '/login', {
      method: 'POST',
      headers: { Host: host(), 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: `token=${encodeURIComponent(token)}`,
    });

  test('sets a cookie that only this site sends and no script reads; it is not the token', async () => {
    const answer = await logIn(TOKEN);
    const cookie = String(answer.headers['set-cookie']);
    expect(answer.status).toBe(303);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect(cookie).not.toContain('horse');
    const with_ = { Host: host(), Cookie: cookie.split(';')[0]! };
    expect((await raw(server.port, '/api/v1/health', { headers: with_ })).status).toBe(200);
    const crossed = { ...with_, Origin: 'http://evil.example' };
    expect((await raw(server.port, '/api/v1/health', { headers: crossed })).status).toBe(403);
  });

  test('cannot be done by another site', async () => {
    expect((await logIn(TOKEN, { Origin: 'http://evil.example' })).status).toBe(403);
  });

  test('ends by logging out, in the server too', async () => {
    const cookie = String((await logIn(TOKEN)).headers['set-cookie']).split(';')[0]!;
    const headers = { Host: host(), Cookie: cookie };
    expect((await raw(server.port, '/api/v1/health', { headers })).status).toBe(200);
    const out = await raw(server.port, '/logout', { method: 'POST', headers });
    expect([out.status, out.headers.location]).toEqual([303, '/login']);
    expect((await raw(server.port, '/api/v1/health', { headers })).status).toBe(401);
  });

  test('every session has a cookie of its own', async () => {
    const [one, other] = [await logIn(TOKEN), await logIn(TOKEN)].map((a) => String(a.headers['set-cookie']));
    expect(one).not.toBe(other);
    expect(one).toMatch(/Max-Age=43200/);
  });

  test('cannot be guessed at speed, and guessing keeps nobody else out', async () => {
    const from = (address: string) => ({ 'X-Forwarded-For': address });
    const statuses = [];
    for (let i = 0; i < 30; i++) statuses.push((await logIn(`guess ${i}`, from('203.0.113.9'))).status);
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    expect((await logIn(TOKEN, from('203.0.113.10'))).status).toBe(303);
    expect(server.log.join('\n')).not.toMatch(/guess|horse/);
  });

  test('a bearer cannot be guessed at speed either; right ones never count', async () => {
    const ask = (token: string, address: string) =>
      raw(server.port, '/api/v1/health', {
        headers: { Host: host(), Authorization: `Bearer ${token}`, 'X-Forwarded-For': address },
      });
    const right = [];
    for (let i = 0; i < 30; i++) right.push((await ask(TOKEN, '203.0.113.11')).status);
    expect(new Set(right)).toEqual(new Set([200]));
    const wrong = [];
    for (let i = 0; i < 30; i++) wrong.push((await ask(`guess ${i}`, '203.0.113.11')).status);
    expect([wrong[0], wrong.at(-1)]).toEqual([401, 429]);
  });
});
