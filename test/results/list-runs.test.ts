import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { listRuns, RunFolder } from '../../engine/results/index.ts';
import { ending, newRun, scratch } from './setting.ts';

const { root, remove } = scratch();
afterAll(remove);

it('lists finished, running and interrupted runs, oldest first, and passes over the rest', () => {
  const at = (name: string): string => join(root, name);
  RunFolder.create(at('whole'), newRun({ created: '2026-03-01T00:00:00.000Z' })).finish(ending());
  const left = RunFolder.create(at('left'), newRun({ created: '2026-01-01T00:00:00.000Z', seed: 'α' }));
  left.release();
  const busy = RunFolder.create(at('busy'), newRun({ created: '2026-02-01T00:00:00.000Z' }));
  RunFolder.create(at('old'), newRun({ created: '2025-01-01T00:00:00.000Z', engine: '0.0.9' })).release();
  mkdirSync(at('notes'));
  mkdirSync(at('broken.partial'));
  writeFileSync(join(at('broken.partial'), 'manifest.json'), '{');
  writeFileSync(at('file'), '');

  mkdirSync(join(at('folder'), 'manifest.json'), { recursive: true });
  const asked: string[] = [];
  const damaged: string[] = [];
  const runs = listRuns(root, {
    engine: '0.1.0',
    drawsDone: (path) => {
      asked.push(path);
      return 7;
    },
    onDamaged: (dir) => damaged.push(dir),
  });
  expect(damaged.sort()).toEqual([at('broken.partial'), at('folder')]);
  busy.release();
  expect(runs).toEqual([
    {
      dir: at('old'),
      state: 'interrupted',
      resumable: false,
      title: { en: 'Folder', zh: '文件夹' },
      seed: 'seed',
      hash: newRun().hash,
      engine: '0.0.9',
      replications: 7,
      created: '2025-01-01T00:00:00.000Z',
    },
    expect.objectContaining({ dir: at('left'), state: 'interrupted', resumable: true, seed: 'α' }),
    expect.objectContaining({ dir: at('busy'), state: 'running', resumable: false, replications: 7 }),
    expect.objectContaining({ dir: at('whole'), state: 'finished', resumable: false, replications: 2 }),
  ]);
  expect(asked).toContain(join(at('left.partial'), 'journal.bin'));
});

it('throws the system’s error for a folder that is not there', () => {
  expect(() => listRuns(join(root, 'nowhere'), { engine: '0.1.0', drawsDone: () => 0 })).toThrow(/ENOENT/);
});
