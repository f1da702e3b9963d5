import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const runner = fileURLToPath(new URL('../../bench/run.mjs', import.meta.url));

function bench(...words: string[]) {
  return spawnSync(process.execPath, [runner, ...words], { encoding: 'utf8' });
}

describe('benchmarks', () => {
  // Without the threads: they rebuild what other tests are running.
  it('run, each giving its rows, and compute the same on every run', () => {
    const names = ['draws', 'touch', 'plans', 'replications', 'growth', 'memory'];
    const { status, stdout, stderr } = bench('quick', ...names);
    expect(status, stderr).toBe(0);
    const rows = stdout
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => line.split('|').map((cell) => cell.trim()));
    const claims = rows.map((row) => row[1]!).join('\n');
    for (const word of [
      'a draw of four words',
      'rep-activity',
      'gate, kicker',
      'replications',
      'growth',
      'memory',
    ])
      expect(claims).toContain(word);
    // Words 0, 1, 2 … of key 1, 2, 3, 4, as Threefry4x32-20 gives them: pinned from the generator's known-answer-tested
    // code, so that a faster draw cannot quietly become another one.
    expect(rows.find((row) => row[1]!.includes('a draw of four words'))![5]).toBe('bf030ddf0027');
    for (const row of rows) expect(Number.parseFloat(row[2]!), row[1]).not.toBeNaN();
    const hashOf = (text: string, name: string): string =>
      text
        .split('\n')
        .find((line) => line.includes(name))!
        .split('|')[5]!
        .trim();
    const again = bench('quick', 'touch');
    expect(hashOf(again.stdout, 'rep-activities in a replication')).toBe(
      hashOf(stdout, 'rep-activities in a replication'),
    );
  });

  it('refuse a name that is none of theirs', () => {
    const { status, stdout, stderr } = bench('growht');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('growht');
  });
});
