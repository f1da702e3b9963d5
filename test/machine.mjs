/**
 * Brings what the tests need from the distribution: Chromium, Redis and a Chinese font. Installs what is missing where
 * it can (Debian or Ubuntu, as root); elsewhere says what to install, and the tests that need it are skipped.
 */
import { spawnSync } from 'node:child_process';

const found = (command, args = ['--version']) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const needs = [
  {
    package: 'chromium',
    present: () => found('chromium') || found('chromium-browser') || found('google-chrome'),
  },
  { package: 'redis-server', present: () => found('redis-server') },
  {
    package: 'fonts-wqy-microhei',
    present: () => (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== '',
  },
];

/** Installs what is missing; returns the names of packages that are still missing. */
export function prepareMachine() {
  const missing = () => needs.filter((need) => !need.present()).map((need) => need.package);
  let wanted = missing();
  if (wanted.length === 0) return [];
  if (process.platform === 'linux' && process.getuid?.() === 0 && found('apt-get')) {
    console.log(`Installing ${wanted.join(', ')} from the distribution …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) =>
      spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    apt('update');
    apt('install', '--yes', '--no-install-recommends', 'fontconfig', ...wanted);
    wanted = missing();
  }
  if (wanted.length > 0) {
    console.log(
      `Not on this machine: ${wanted.join(', ')}. Tests that need them are skipped; install them to run all.`,
    );
  }
  return wanted;
}
