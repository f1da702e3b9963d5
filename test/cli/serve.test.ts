import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../../engine/cli/bin.mjs', import.meta.url));
const folders: string[] = [];

function emptyFolder(): string {
  folders.push(mkdtempSync(join(tmpdir(), 'schemelab-serve-cli-')));
  return folders.at(-1)!;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Starts the command; `heard` settles when it says something that matches. */
function start(args: readonly string[], pattern: RegExp, data = emptyFolder()) {
  const child = spawn(process.execPath, [bin, 'serve', '--data', data, ...args], { stdio: 'pipe' });
  let text = '';
  const heard = new Promise<RegExpExecArray>((resolve) => {
    child.stderr.on('data', (piece) => {
      text += String(piece);
      const match = pattern.exec(text);
      if (match !== null) resolve(match);
    });
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  // A command that ends without having said so fails the test at once.
  const said = Promise.race([heard, ended.then(() => Promise.reject(new Error(`ended: ${text}`)))]);
  said.catch(() => {});
  return { child, heard: said, ended, text: () => text };
}

describe('schemelab serve', () => {
  test('says where it is, answers there, and ends on Ctrl-C', async () => {
    const port = String(20_000 + (process.pid % 20_000));
    const { child, heard, ended } = start(['--port', port], /Open (http\S+)/);
    const url = (await heard)[1]!;
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
    const second = start(['--port', port, '--lang', 'zh'], /无法监听/);
    await second.heard;
    expect(await second.ended).toBe(2);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('refuses a data folder that another server works in, in one line', async () => {
    const data = emptyFolder();
    const port = 20_000 + ((process.pid + 1) % 20_000);
    const first = start(['--port', String(port)], /Open (http\S+)/, data);
    await first.heard;
    const second = start(['--port', String(port + 1)], /./, data);
    expect(await second.ended).toBe(2);
    expect(second.text().trim().split('\n')).toHaveLength(1);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
  });

  test('refuses another address without a token, in one line', async () => {
    const { ended, text } = start(['--host', '0.0.0.0'], /token/);
    expect(await ended).toBe(2);
    expect(text()).toMatch(/schemelab: on 0\.0\.0\.0 others can reach the server/);
    expect(text().trim().split('\n')).toHaveLength(1);
  });
});
