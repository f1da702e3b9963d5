import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PoolRunner } from '../../engine/batch/index.ts';
import { InlineRunner } from '../../engine/run/inline.ts';
import { runUnit } from '../../engine/run/replicate.ts';
import type { Runner } from '../../engine/run/runner.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';
import { tinyStudy } from './tiny-study.ts';

const study = tinyStudy();
const draws = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const expected = new Map<number, Buffer>();

beforeAll(() => {
  for (const draw of draws) expected.set(draw, bytesOf(runUnit(study, draw).data));
});

function bytesOf(data: Float64Array): Buffer {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

async function collect(
  runner: Runner,
  of: NormalStudy,
  wanted: readonly number[],
): Promise<Map<number, Buffer>> {
  const units = new Map<number, Buffer>();
  await runner.run(of, wanted, (unit) => {
    expect(units.has(unit.draw)).toBe(false);
    units.set(unit.draw, bytesOf(unit.data));
  });
  return units;
}

/** Bytes, not numbers: NaN and −0 count too. */
function expectSame(units: Map<number, Buffer>, wanted: readonly number[]): void {
  expect([...units.keys()].sort((a, b) => a - b)).toEqual([...wanted].sort((a, b) => a - b));
  for (const draw of wanted) expect(units.get(draw)!.equals(expected.get(draw)!), `draw ${draw}`).toBe(true);
}

describe('the same units wherever they run', () => {
  it('draws differ, or the comparisons below would show nothing', () => {
    expect(new Set([...expected.values()].map((b) => b.toString('base64'))).size).toBe(draws.length);
  });

  it.each([1, 2, 8])('on %i threads', async (threads) => {
    const runner = new PoolRunner({ threads });
    try {
      expectSame(await collect(runner, study, draws), draws);
    } finally {
      await runner.close();
    }
  });

  it('in this thread, and in any order', async () => {
    const shuffled = [7, 2, 9, 0, 5, 3, 8, 1, 6, 4];
    expectSame(await collect(new InlineRunner(), study, draws), draws);
    expectSame(await collect(new InlineRunner(), study, shuffled), draws);
    const runner = new PoolRunner({ threads: 2 });
    try {
      expectSame(await collect(runner, study, shuffled), draws);
    } finally {
      await runner.close();
    }
  });

  it('when one pool runs many studies at once, more than a thread keeps ready', async () => {
    const studies = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => tinyStudy({ seed }));
    const runner = new PoolRunner({ threads: 2 });
    try {
      const all = await Promise.all(studies.map((one) => collect(runner, one, [0, 1])));
      all.forEach((units, i) => {
        for (const draw of [0, 1])
          expect(units.get(draw)!.equals(bytesOf(runUnit(studies[i]!, draw).data))).toBe(true);
      });
    } finally {
      await runner.close();
    }
  });
});

/** Microseconds that this process and its threads have had of a processor. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

describe('stopping', () => {
  const runner = new PoolRunner({ threads: 2 });
  afterAll(() => runner.close());

  it('an abort ends units half-way and rejects with the reason; the pool still works', async () => {
    // Processor time of this process and its threads tells a part of a unit from a whole one: the yardstick is a unit of a
    // thousandth the length.
    const began = processorTime();
    await runner.run(tinyStudy({ replicationsPerDraw: 40 }), [0, 1], () => {});
    const thousandth = processorTime() - began;
    const controller = new AbortController();
    const reason = new Error('enough');
    const long = tinyStudy({ replicationsPerDraw: 40_000 });
    const run = runner.run(long, [0, 1, 2, 3, 4, 5], () => {}, controller.signal);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const asked = processorTime();
    controller.abort(reason);
    await expect(run).rejects.toBe(reason);
    expect(processorTime() - asked).toBeLessThan(100 * thousandth);
    expectSame(await collect(runner, study, [3, 4]), [3, 4]);
  });

  it('an abort keeps what was reported and starts nothing more', async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const run = runner.run(
      study,
      Array.from({ length: 200 }, (_, i) => i),
      (unit) => {
        seen.push(unit.draw);
        if (seen.length === 3) controller.abort('three');
      },
      controller.signal,
    );
    await expect(run).rejects.toBe('three');
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(seen.length).toBeLessThan(3 + 4 + 1);
  });

  it('a signal aborted before the start rejects at once', async () => {
    const signal = AbortSignal.abort('early');
    for (const one of [runner, new InlineRunner()]) {
      const seen: number[] = [];
      await expect(one.run(study, [0], (unit) => void seen.push(unit.draw), signal)).rejects.toBe('early');
      expect(seen).toEqual([]);
    }
  });

  it('the inline runner stops between units', async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const run = new InlineRunner().run(
      study,
      draws,
      (unit) => {
        seen.push(unit.draw);
        if (seen.length === 2) controller.abort('two');
      },
      controller.signal,
    );
    await expect(run).rejects.toBe('two');
    expect(seen).toEqual([0, 1]);
  });
});

describe('errors', () => {
  const broken: NormalStudy = {
    ...study,
    alternatives: [
      study.alternatives[0]!,
      {
        ...study.alternatives[0]!,
        id: 'broken',
        levers: [{ lever: 'no-such-lever', shift: 1, startDay: 0, where: {} }],
      },
    ],
  };

  it('an error in a worker names the draw and the reason, in both languages, and leaves the pool working', async () => {
    const runner = new PoolRunner({ threads: 2 });
    try {
      const failing = runner.run(broken, [4, 5, 6, 7], () => {});
      await expect(failing).rejects.toMatchObject({
        name: 'Failure',
        code: 'worker',
        message: expect.stringMatching(
          /^The simulation of parameter draw [4-7] failed: Cannot read properties/,
        ),
        text: { zh: expect.stringMatching(/^第 [4-7] 组参数抽样的模拟失败：Cannot read properties/) },
      });
      await expect(failing).rejects.toHaveProperty('cause.stack', expect.stringContaining('.ts:'));
      expectSame(await collect(runner, study, [1]), [1]);
    } finally {
      await runner.close();
    }
  });

  it('what the receiver of a unit throws is what the run rejects with, and ends it', async () => {
    const runner = new PoolRunner({ threads: 2 });
    const full = new Error('disk full');
    let calls = 0;
    try {
      const run = runner.run(study, draws, () => {
        calls += 1;
        throw full;
      });
      await expect(run).rejects.toBe(full);
      expect(calls).toBe(1);
    } finally {
      await runner.close();
    }
  });

  it.each([0, -1, 1.5, Number.NaN])('%d threads are refused', (threads) => {
    expect(() => new PoolRunner({ threads })).toThrow(/threads must be a whole number ≥ 1/);
  });
});
