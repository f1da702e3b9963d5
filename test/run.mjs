/**
 * The whole check of the project, as `npm test`: the machine, formatter and linter, types, then every test.
 * Ends with one line `N passed, N failed, N skipped`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareMachine } from './machine.mjs';

const report = join(tmpdir(), `schemelab-tests-${process.pid}.json`);
const step = (name, command, args) => {
  console.log(`\n== ${name}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
};
prepareMachine();
const sound = [
  step('format and lint', 'npx', ['--no-install', 'biome', 'check', '.']),
  step('types', 'npx', ['--no-install', 'tsc', '--noEmit']),
  step('tests', 'npx', [
    '--no-install',
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ]),
];
let counts = { passed: 0, failed: 1, skipped: 0 };
try {
  const read = JSON.parse(readFileSync(report, 'utf8'));
  const brokenFiles = read.testResults.filter(
    (f) => f.status === 'failed' && f.assertionResults.length === 0,
  ).length;
  counts = {
    passed: read.numPassedTests,
    failed: read.numFailedTests + brokenFiles,
    skipped: read.numPendingTests,
  };
  rmSync(report);
} catch (error) {
  console.error(`The test runner left no report: ${error.message}`);
}
counts.failed += sound.slice(0, 2).filter((ok) => !ok).length;
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(sound.every(Boolean) && counts.failed === 0 && counts.passed > 0 ? 0 : 1);
