/** The data folder belongs to one server; the page may live under a path; what cannot be read stops nobody else. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { answerTo } from '../../../web/server/failures.ts';
import { serve } from '../../../web/server/index.ts';
import { post, raw, startServer, type TestServer } from './serving.ts';

const open: TestServer[] = [];
const start = async (options: Parameters<typeof startServer>[0] = {}): Promise<TestServer> => {
  const server = await startServer(options);
  open.push(server);
  return server;
};
afterEach(async () => {
  for (const server of open.splice(0)) await server.end();
});

test('a second server on the same folder is refused, and says who has it', async () => {
  const { data } = await start();
  const second = serve({ port: 0, host: '127.0.0.1', data, token: null, log: () => {} });
  await expect(second).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(data) });
});

test('the folder is free again when its server has ended', async () => {
  const first = await startServer();
  await first.end(true);
  const second = await start({ data: first.data });
  expect((await fetch(`${second.url}/api/v1/health`)).status).toBe(200);
});

test('under a path everything is reached, with the path or without', async () => {
  const { port } = await start({ base: '/tools/schemelab' });
  for (const path of ['/tools/schemelab/api/v1/health', '/api/v1/health', '/tools/schemelab/api/docs'])
    expect((await raw(port, path, { headers: { Host: `127.0.0.1:${port}` } })).status).toBe(200);
  const bare = await raw(port, '/tools/schemelab', { headers: { Host: `127.0.0.1:${port}` } });
  expect([bare.status, bare.headers.location]).toEqual([308, '/tools/schemelab/']);
});

test('a path that is none is refused', async () => {
  const options = { port: 0, host: '127.0.0.1', data: '/nowhere', token: null, log: () => {} };
  await expect(serve({ ...options, base: '/a b' })).rejects.toMatchObject({ code: 'usage' });
});

test('this machine may be called LOCALHOST', async () => {
  const { port } = await start();
  const answer = await raw(port, '/api/v1/health', { headers: { Host: `LOCALHOST:${port}` } });
  expect(answer.status).toBe(200);
});

test('a damaged run does not keep the server from starting', async () => {
  const first = await startServer();
  await first.end(true);
  const dir = join(first.data, 'abcdefghijkl.partial');
  mkdirSync(dir);
  writeFileSync(join(dir, 'manifest.json'), '{"schema": 1');
  writeFileSync(join(dir, 'study.json'), '{"title":');
  const second = await start({ data: first.data });
  expect((await fetch(`${second.url}/api/v1/runs`)).status).toBe(200);
});

test('nonsense costs its sender a refusal and nobody else the server', async () => {
  const { url } = await start();
  const nonsense = post(`${url}/api/v1/studies/check`, { study: '{'.repeat(190_000) });
  expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
  expect((await nonsense).status).toBe(400);
});

test('a full disk is told as one', () => {
  const error = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const { status, body } = answerTo(error);
  expect([status, body.error.code]).toEqual([507, 'disk-full']);
  expect(body.error.message.en).not.toMatch(/\//);
});
