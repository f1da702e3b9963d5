/**
 * Packs the package, installs it into an empty folder as a user would, without anything for development, and runs a scenario
 * and the server there. `npm run pack:check`; needs the package registry.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'schemelab-pack-'));

const run = (cwd, command, ...args) =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
const say = (text) => console.log(text);
const check = (what, sound) => {
  if (!sound) throw new Error(`not so: ${what}`);
  say(`  ${what}`);
};

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return String(port);
}

/** Serves from the installed package, asks it for everything a person would, and stops it. */
async function tryServer(cwd) {
  const port = await freePort();
  const child = spawn(
    join(cwd, 'node_modules/.bin/schemelab'),
    ['serve', '--port', port, '--threads', '1', '--quiet'],
    {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const url = await new Promise((resolve, reject) => {
      let text = '';
      child.stderr.on('data', (piece) => {
        text += piece;
        const [found] = /http:\/\/[\d.:]+/.exec(text) ?? [];
        if (found !== undefined) resolve(found);
      });
      void ended.then((status) => reject(new Error(`the server ended with ${status}: ${text}`)));
    });
    const get = async (path) => {
      const answer = await fetch(new URL(path, url));
      if (!answer.ok) throw new Error(`${path} is answered with ${answer.status}`);
      return answer.text();
    };
    const page = await get('/');
    const [script] = /src="([^"]+\.js)"/.exec(page)?.slice(1) ?? [];
    check('the page and its script are served', script !== undefined && (await get(script)).length > 1000);
    const { presets } = JSON.parse(await get('/api/v1/catalogue'));
    check('the catalogue is served', presets.length > 3);
    const study =
      'schemelab: 1\ncontext: b2b-saas\ncompany: {reps: 4, teams: 1}\nalternatives: {coached: {schemes: [training]}}\nrun: {replications-per-draw: 2, replications: 8}\n';
    const begun = await fetch(`${url}/api/v1/runs`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ study }),
    });
    const { id } = await begun.json();
    const events = await get(`/api/v1/runs/${id}/events`);
    check('a run shows rough results and ends', /event: summary/.test(events) && /event: done/.test(events));
    let charts;
    do charts = JSON.parse(await get(`/api/v1/runs/${id}/charts`));
    while ('share' in charts);
    check('its charts are made', charts.metrics.length > 5);
    check('so is its report', (await get(`/api/v1/runs/${id}/report`)).includes('<svg'));
    child.kill('SIGINT');
    check('the server ends when asked to', (await ended) === 0);
  } finally {
    child.kill('SIGKILL');
  }
}

try {
  say('Packing');
  const [{ filename, size, entryCount }] = JSON.parse(
    run(root, 'npm', 'pack', '--json', '--pack-destination', home).replace(/^[^[]*/, ''),
  );
  say(`  ${entryCount} files, ${(size / 1e6).toFixed(1)} MB`);
  const cwd = mkdtempSync(join(home, 'user-'));
  writeFileSync(join(cwd, 'package.json'), '{"private": true}');
  say('Installing');
  run(cwd, 'npm', 'install', '--omit=dev', '--no-audit', '--no-fund', join(home, filename));
  say('Running');
  const scenario = 'node_modules/schemelab/scenarios/industries/b2b-saas.yaml';
  const table = run(
    cwd,
    'npx',
    '--no-install',
    'schemelab',
    'run',
    scenario,
    '--replications',
    '4',
    '--quiet',
    '--json',
  );
  check('a scenario gives a result', JSON.parse(table).run.replications >= 4);
  const [folder] = readdirSync(join(cwd, 'runs'));
  check('its folder is whole', readFileSync(join(cwd, 'runs', folder, 'result.json'), 'utf8') === table);
  say('Serving');
  await tryServer(cwd);
  say('The package works.');
} finally {
  rmSync(home, { recursive: true, force: true });
}
