import { writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Response } from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Feed } from '../../../web/server/feed.ts';
import { post, SMALL, settled, startServer, type TestServer } from './serving.ts';

const PATIENCE = { headers: 500, request: 1000, idle: 500, stalled: 3000, beat: 200 };

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ threads: 1, patience: PATIENCE });
});

afterAll(() => server.end());

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends `head` at once and then a letter every now and then; the answer when the server has had enough, and when. */
function dripping(head: string): Promise<{ text: string; after: number }> {
  return new Promise((resolve) => {
    const begun = performance.now();
    const socket = connect(server.port, '127.0.0.1');
    let text = '';
    const drip = setInterval(() => socket.write('a'), 50);
    socket.write(head);
    socket.on('data', (piece) => {
      text += String(piece);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(drip);
      resolve({ text, after: performance.now() - begun });
    });
  });
}

const HEAD = (): string => `POST /api/v1/studies/check HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n`;

describe('a client that takes its time', () => {
  test('with its headers is cut off', async () => {
    const { text, after } = await dripping(`${HEAD()}X-Slow: `);
    expect(text).toMatch(/^(HTTP\/1\.1 408|$)/);
    expect(after).toBeGreaterThan(PATIENCE.headers - 50);
  });

  test('with its body is cut off', async () => {
    const head = `${HEAD()}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n`;
    const { text, after } = await dripping(head);
    expect(text).toMatch(/^(HTTP\/1\.1 408|$)/);
    expect(after).toBeGreaterThan(PATIENCE.request - 50);
  });

  test('and says nothing more is cut off', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.write(`GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`);
    socket.resume();
    await new Promise((resolve) => socket.on('close', resolve));
  });

  test('with reading a file is cut off', async () => {
    const { json } = await post(`${server.url}/api/v1/runs`, { study: SMALL });
    await settled(server, json.id);
    // Larger than what the system takes for a client that reads nothing.
    writeFileSync(join(server.data, json.id, 'replications.parquet'), Buffer.alloc(64_000_000));
    const begun = performance.now();
    const socket = connect(server.port, '127.0.0.1').pause();
    socket.on('error', () => {});
    socket.write(
      `GET /api/v1/runs/${json.id}/files/replications.parquet HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`,
    );
    await pause(PATIENCE.stalled / 3);
    const open = (): Promise<number> =>
      new Promise((resolve) => server.serving.server.getConnections((_, count) => resolve(count)));
    expect(await open()).toBeGreaterThan(0);
    while ((await open()) > 0) await pause(50);
    expect(performance.now() - begun).toBeGreaterThan(PATIENCE.stalled - 500);
    socket.destroy();
  });

  test('holds up neither a run that it watches without reading nor its end', async () => {
    const { json } = await post(`${server.url}/api/v1/runs`, { study: SMALL });
    const sockets = Array.from({ length: 20 }, () => {
      const socket = connect(server.port, '127.0.0.1').pause();
      socket.on('error', () => {});
      socket.write(`GET /api/v1/runs/${json.id}/events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`);
      return socket;
    });
    expect((await settled(server, json.id)).state).toBe('done');
    for (const socket of sockets) socket.destroy();
  });
});

describe('a stream of events', () => {
  const responses: ServerResponse[] = [];
  const listening = createServer((_, response) => {
    response.writeHead(200);
    responses.push(response);
  });
  const sockets: Socket[] = [];

  beforeAll(() => new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    listening.close();
  });

  /** A client of the feed, and the server's end of it. */
  async function joined(
    feed: Feed,
    reads: boolean,
  ): Promise<{ response: ServerResponse; bytes: () => number }> {
    const socket = connect((listening.address() as AddressInfo).port, '127.0.0.1');
    sockets.push(socket);
    let bytes = 0;
    socket.on('error', () => {});
    if (reads)
      socket.on('data', (piece) => {
        bytes += piece.length;
      });
    else socket.pause();
    const before = responses.length;
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    while (responses.length === before) await pause(5);
    const response = responses.at(-1)!;
    feed.connect(response as Response, undefined, () => []);
    return { response, bytes: () => bytes };
  }

  const event = { type: 'summary', json: JSON.stringify('x'.repeat(400_000)) };

  test('drops who never reads before much is kept for him; others get all', async () => {
    const feed = new Feed('test');
    const deaf = await joined(feed, false);
    const other = await joined(feed, true);
    let most = 0;
    for (let i = 0; i < 100; i++) {
      feed.publish(event);
      most = Math.max(most, deaf.response.writableLength);
      await pause(2);
    }
    while (other.bytes() < 100 * 400_000) await pause(5);
    expect(deaf.response.destroyed).toBe(true);
    expect(other.response.destroyed).toBe(false);
    expect(feed.clients).toBe(1);
    expect(most).toBeLessThan(10_000_000);
  });

  test('drops who is a little behind and reads nothing between two signs of life', async () => {
    const feed = new Feed('test');
    const deaf = await joined(feed, false);
    const other = await joined(feed, true);
    // More than the system takes for the client, less than the feed allows.
    while (deaf.response.writableLength < 1_000_000) {
      feed.publish(event);
      await pause(2);
    }
    const kept = deaf.response.writableLength;
    feed.beat();
    expect(deaf.response.destroyed).toBe(false);
    expect(deaf.response.writableLength).toBeLessThan(kept + 100);
    feed.beat();
    await pause(20);
    expect([deaf.response.destroyed, other.response.destroyed]).toEqual([true, false]);
    expect(feed.clients).toBe(1);
  });
});
