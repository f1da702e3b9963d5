import { describe, expect, test } from 'vitest';
import type { Measure, Plan } from '../../engine/incentive/language.ts';
import { openPeriods } from '../../engine/incentive/open-period.ts';
import { takeStock } from '../../engine/incentive/standing.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import { studyOf } from '../laws/setting.ts';
import { full, LINEAR } from './plans.ts';

const base = full(LINEAR);
const first = base.measures[0]!;
const quota = first.quota!;

/** A plan of several measures on the same count; the first is its main one. */
function planOf(...measures: readonly Partial<Measure>[]): Plan {
  const list = measures.map((one, i) => ({ ...first, id: `m${i}`, ...one }));
  return {
    ...base,
    id: 'several',
    targetPay: 100_000,
    measures: list,
    components: list.map(({ id }) => ({ ...base.components[0]!, id, measure: id })),
  };
}

/** Every measure's quota of one seat, quarter by quarter, as the periods open and as results are held against it. */
function quotas(plan: Plan): { readonly rows: number[]; readonly quarters: number[][] } {
  const study = studyOf(
    { reps: 4, teams: 1, scalars: { 'people.quota-error': 0 } },
    { other: { pay: plan } },
  );
  const all = compileStudy(study, 0, new MixTables());
  const w = warmUp(study, all, new Work(), new KeyedRandom(replicationKey(all.key, 0)));
  const { model, pay } = all.alternatives[1]!;
  w.reps.hiredDay.fill(-5_000);
  w.reps.active.fill(1);
  const { standings } = pay.scratch;
  const quarters = [0, 63, 126, 189].map((day) => {
    openPeriods(w, model, pay, day);
    for (let seat = 0; seat < model.seats; seat++) w.reps.daysHere[seat]! += 63;
    takeStock(w, model, pay, day + 62, standings);
    const fair = w.reps.quotaWeight[0]!;
    return pay.measures.map((_, i) => standings.quota[i * model.seats]! / fair);
  });
  return { rows: pay.measures.map(({ row }) => row), quarters };
}

describe('measures of one plan on one count', () => {
  const even = { ...quota, amount: 800_000, seasonality: [0.25, 0.25, 0.25, 0.25] };
  const late = { ...quota, amount: 1_000_000, seasonality: [0.1, 0.2, 0.3, 0.4] };

  test('keep the seasons of their own quotas', () => {
    const { rows, quarters } = quotas(planOf({ quota: even }, { quota: late }));
    expect(rows[0]).not.toBe(rows[1]);
    quarters.forEach(([one, other], k) => {
      expect(one).toBeCloseTo(200_000, 6);
      expect(other).toBeCloseTo(1_000_000 * late.seasonality[k]!, 6);
    });
  });

  test('share a row where quotas differ in their amounts alone', () => {
    const { rows, quarters } = quotas(planOf({ quota: late }, { quota: { ...late, amount: 400_000 } }));
    expect(rows[0]).toBe(rows[1]);
    quarters.forEach(([one, other]) => {
      expect(other! / one!).toBeCloseTo(0.4, 9);
    });
  });

  test('keep a quota whichever of them has none', () => {
    for (const plan of [planOf({ quota: even }, { quota: null }), planOf({ quota: null }, { quota: even })]) {
      const { rows, quarters } = quotas(plan);
      expect(rows[0]).toBe(rows[1]);
      const at = plan.measures.findIndex((one) => one.quota !== null);
      for (const quarter of quarters) expect(quarter[at]).toBeCloseTo(200_000, 6);
    }
  });

  test('are ratcheted each by its own', () => {
    const { rows } = quotas(
      planOf({ quota: even }, { quota: { ...even, ratchet: { up: 0.5, down: 0.5 } } }, { quota: even }),
    );
    expect(rows[0]).toBe(rows[2]);
    expect(rows[1]).not.toBe(rows[0]);
  });
});
