import { describe, expect, test } from 'vitest';
import { fullPlan } from '../../engine/incentive/full-plan.ts';
import { payInForce } from '../../engine/incentive/in-force.ts';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { respond } from '../../engine/incentive/response.ts';
import { Work } from '../../engine/model/phases/work.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { type Compiled, compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import { draftStudy } from '../../engine/study/draft.ts';
import { b2bSaas } from '../../engine/study/presets/b2b-saas.ts';

const USUAL: PayPlan = {
  id: 'usual',
  salary: 10_000,
  commission: 0.07,
  threshold: 0,
  accelerator: 2,
  acceleratorFrom: 1,
  cap: 1.2,
  bonus: 8_000,
  quota: 1_500_000,
  periodDays: 63,
  teamShare: 0,
  repeatRate: 0.05,
};

/** A firm of 20 reps on the morning of day 0, under the usual plan. */
function warmFirm(elasticity: number): { readonly compiled: Compiled; readonly world: World } {
  const draft = draftStudy({ ...b2bSaas, pay: USUAL });
  const scalars = { ...draft.world.scalars, 'people.effort-elasticity': elasticity };
  const study = { ...draft, world: { ...draft.world, scalars } };
  const all = compileStudy(study, 0, new MixTables());
  const random = new KeyedRandom(replicationKey(all.key, 0));
  return { compiled: all.alternatives[0]!, world: warmUp(study, all, new Work(), random) };
}

/** Effort of everyone present when they weigh a plan on a day of the quarter. */
function effortUnder(
  firm: ReturnType<typeof warmFirm>,
  plan: PayPlan,
  day: number,
  change: (w: World) => void = () => undefined,
): number[] {
  const w = firm.world.fork();
  change(w);
  const { model, pay } = firm.compiled;
  respond(w, model, payInForce(fullPlan(plan, 'CNY'), model.credits, pay.business, 0, pay.usual), day);
  return [...w.reps.effort].filter((_, seat) => w.reps.active[seat] === 1);
}

const firm = warmFirm(0.3);
const DAY = 40;

/** Everyone is as far into the quarter as their pace would have brought them by DAY. */
function midQuarter(w: World): void {
  w.pay.credit.forEach((_, seat) => {
    w.pay.credit[seat] = w.pay.pace[seat]! * DAY;
  });
}

describe('effort', () => {
  test('does not answer to pay at zero elasticity, and does otherwise', () => {
    const generous = { ...USUAL, commission: 0.14, bonus: 20_000 };
    const rigid = warmFirm(0);
    expect(effortUnder(rigid, generous, DAY)).toEqual(effortUnder(rigid, USUAL, DAY));
    const before = effortUnder(firm, USUAL, DAY);
    const after = effortUnder(firm, generous, DAY);
    after.forEach((effort, i) => {
      expect(effort).toBeGreaterThanOrEqual(before[i]!);
    });
    expect(after).not.toEqual(before);
  });

  test('falls when a quota within reach moves twice out of reach', () => {
    const open = { ...USUAL, cap: null };
    // On course for exactly their quota, and then for half of it.
    const onCourse = (w: World): void => {
      w.pay.quota.forEach((_, seat) => {
        w.pay.credit[seat] = w.pay.pace[seat]! * DAY;
        w.pay.quota[seat] = w.pay.pace[seat]! * 63;
      });
    };
    const before = effortUnder(firm, open, DAY, onCourse);
    const after = effortUnder(firm, open, DAY, (w) => {
      onCourse(w);
      w.pay.quota.forEach((quota, seat) => {
        w.pay.quota[seat] = 2 * quota;
      });
    });
    after.forEach((effort, i) => {
      expect(effort).toBeLessThan(before[i]!);
    });
  });

  test('never falls when a cap is lifted, and rises where the cap was near', () => {
    const capped = effortUnder(firm, USUAL, DAY, midQuarter);
    const free = effortUnder(firm, { ...USUAL, cap: null }, DAY, midQuarter);
    free.forEach((effort, i) => {
      expect(effort).toBeGreaterThanOrEqual(capped[i]!);
    });
    // Those on course for most: the best tenth by forecast attainment.
    const { pay, reps } = firm.world;
    const seats = [...reps.active.keys()].filter((seat) => reps.active[seat] === 1);
    const order = seats.map((seat, i) => ({ i, x: pay.pace[seat]! / pay.quota[seat]! }));
    order.sort((a, b) => b.x - a.x);
    for (const { i } of order.slice(0, 2)) expect(free[i]!).toBeGreaterThan(capped[i]!);
  });

  test('is drawn by a bonus while the quota is undecided, not once it is behind', () => {
    const flat = { ...USUAL, accelerator: 1, cap: null, bonus: 0 };
    const near = effortUnder(firm, { ...flat, bonus: 20_000 }, DAY, (w) => {
      w.pay.credit.forEach((_, seat) => {
        w.pay.credit[seat] = w.pay.quota[seat]! - w.pay.pace[seat]! * (63 - DAY);
      });
    });
    const past = effortUnder(firm, { ...flat, bonus: 20_000 }, DAY, (w) => {
      w.pay.credit.forEach((_, seat) => {
        w.pay.credit[seat] = 3 * w.pay.quota[seat]!;
      });
    });
    near.forEach((effort, i) => {
      expect(effort).toBeGreaterThan(past[i]!);
    });
  });

  test('stays within what people can give, whatever is promised', () => {
    const wild = { ...USUAL, commission: 50, bonus: 1e9, cap: null };
    const nothing = { ...USUAL, commission: 1e-9, bonus: 0 };
    for (const effort of [...effortUnder(firm, wild, DAY), ...effortUnder(firm, nothing, DAY)]) {
      expect(effort).toBeGreaterThanOrEqual(0.4);
      expect(effort).toBeLessThanOrEqual(1.5);
    }
  });

  test('under team pay is felt through the mean, one part in n', () => {
    const own = effortUnder(firm, { ...USUAL, teamShare: 0 }, DAY, midQuarter);
    const shared = effortUnder(firm, { ...USUAL, teamShare: 1 }, DAY, midQuarter);
    const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(shared)).toBeLessThan(mean(own));
  });
});
