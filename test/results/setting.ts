import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FinishedRun, NewRun, ResumeCheck, TableNotes, UnitLayout } from '../../engine/results/index.ts';

/** A layout of six doubles, for folders whose numbers do not matter. */
export const LAYOUT: UnitLayout = {
  metrics: ['profit'],
  details: ['effort'],
  months: 2,
  timeline: ['cash'],
  seats: 2,
  reps: ['deals'],
  size: 6,
};

const meant = (name: string) => ({ name, unit: 'count', meaning: { en: `of ${name}`, zh: `${name} 的数` } });

export const NOTES: TableNotes = {
  currency: 'CNY',
  columns: {
    replications: [meant('profit'), meant('effort')],
    timeline: [meant('cash')],
    reps: [meant('deals')],
    draws: [meant('luck')],
  },
  drawn: (draw) => Float64Array.of(draw / 8),
};

export const STUDY = { title: 'Folder', world: { leads: 0.1 } };

/** A fingerprint that tells studies apart; the real one is none of this room's business. */
export const hashOf = (study: unknown): string =>
  Buffer.from(JSON.stringify(study)).toString('hex').padEnd(64, '0').slice(-64);

export const CHECK: ResumeCheck = { engine: '0.1.0', fingerprint: hashOf };

export function newRun(change: Partial<NewRun> = {}): NewRun {
  return {
    engine: '0.1.0',
    title: { en: 'Folder', zh: '文件夹' },
    hash: hashOf(STUDY),
    seed: 'seed',
    source: 'schemelab: 1 # 注释\n',
    study: STUDY,
    alternatives: 2,
    replicationsPerDraw: 1,
    options: { replications: 3 },
    created: '2026-01-02T03:04:05.000Z',
    machine: { threads: 2 },
    ...change,
  };
}

/** An end of such a run: three draws, of which two are the prefix. */
export function ending(change: Partial<FinishedRun> = {}): FinishedRun {
  return {
    result: { schema: 1, mean: 2.5 },
    units: {
      draws: 2,
      replicationsPerDraw: 1,
      alternatives: ['baseline', 'other'],
      layout: LAYOUT,
      read: (draw) => ({ data: Float64Array.from({ length: 12 }, (_, i) => draw * 100 + i) }),
    },
    notes: NOTES,
    finished: '2026-01-02T04:00:00.000Z',
    machine: { threads: 1 },
    ...change,
  };
}

/** A folder of its own for a test file. */
export function scratch(): { root: string; newDir: () => string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'schemelab-runs-'));
  let names = 0;
  return {
    root,
    newDir: () => join(root, `run-${names++}`),
    remove: () => rmSync(root, { recursive: true }),
  };
}
