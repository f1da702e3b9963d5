import { describe, expect, it } from 'vitest';
import { holdings } from '../../engine/model/equity.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { residualValue } from '../../engine/model/residual.ts';
import type { PaidOn } from '../../engine/model/tables/pay.ts';
import { SUM } from '../../engine/model/tables/tally.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { type Compiled, compileStudy } from '../../engine/run/compile.ts';
import { runDay } from '../../engine/run/day.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';
import { batchOf, metric, moved, type Setting, studyOf } from '../laws/setting.ts';

const UNPAID: PaidOn = { fresh: 0, expansion: 0, repeat: 0, renewal: 0, accrual: 0 };

/** A study warmed up, with what goes on from there. */
interface Warm {
  readonly study: NormalStudy;
  readonly compiled: Compiled;
  readonly random: KeyedRandom;
  readonly world: World;
}

function warm(study: NormalStudy, replication: number): Warm {
  const all = compileStudy(study, 0, new MixTables());
  const random = new KeyedRandom(replicationKey(all.key, replication));
  const world = warmUp(study, all, new Work(), random);
  return { study, compiled: all.alternatives[0]!, random, world };
}

/** Contracts of a year, customers alike: no satisfaction, relationship or expansion moves anything. */
const CONTRACTS: Setting = {
  reps: 2,
  teams: 1,
  scalars: {
    'customers.base-per-rep': 10,
    'customers.upfront': 0,
    'customers.recurring': 1,
    'customers.purchase-rate': 0,
    'customers.churn-alpha': 60,
    'customers.churn-beta': 440,
    'customers.churn-slope': 0,
    'customers.expansion-rate': 0,
  },
};

describe('a customer’s remaining life by hand', () => {
  const { world: w, compiled } = warm(studyOf(CONTRACTS), 0);
  const { model: m } = compiled;
  const c = w.customers;
  c.dropLogit[0] = Math.log(0.12 / 0.88);
  c.relationship[0] = 0.7;
  c.recurring[0] = 120_000;
  c.marginRate[0] = 0.6;
  c.renewDay[0] = 100;
  // A relationship that stays where its effects are nought.
  const today = { ...w.today!, paid: UNPAID, bond: new Float64Array(3).fill(0.7), years: 10 };

  it('of a yearly contract: 6,000 a month, twelve in a hundred lost at each anniversary', () => {
    const month = 1.1 ** (-1 / 12);
    let value = 0;
    for (let k = 1; k <= 120; k++) {
      // Renewals fall on days 100, 352, 604 …; month k is over after day 21·k − 1.
      const renewals = Math.max(0, Math.floor((21 * k - 1 - 100) / 252) + 1);
      value += 6000 * month ** k * 0.88 ** renewals;
    }
    expect(residualValue(w, m, today, 0, 0)).toBeCloseTo(value, 4);
  });

  it('less pay at each renewal', () => {
    const paid = { ...UNPAID, renewal: 0.05 };
    let pay = 0;
    for (let n = 0, day = 100; day < 2520; n++, day += 252) {
      const months = Math.floor(day / 21) + 0.5;
      pay += 6000 * 1.1 ** (-months / 12) * 0.88 ** (n + 1);
    }
    const without = residualValue(w, m, today, 0, 0);
    expect(without - residualValue(w, m, { ...today, paid }, 0, 0)).toBeCloseTo(pay, 4);
  });

  it('is worth more the less later money is discounted, and the longer it is counted', () => {
    const value = (discountRate: number, years: number): number =>
      residualValue(w, m, { ...today, discountRate, years }, 0, 0);
    expect(value(0, 10)).toBeGreaterThan(value(0.1, 10));
    expect(value(0.1, 10)).toBeGreaterThan(value(0.2, 10));
    expect(value(0.1, 11)).toBeGreaterThan(value(0.1, 10));
  });
});

/** Margin, discounted, that the customers of day 0 bring when the same world runs on, by year. */
function runOn({ study, compiled, random, world }: Warm, years: number): number {
  const { model, levers, pay } = compiled;
  const w = world.fork();
  const work = new Work();
  let value = 0;
  let before = 0;
  for (let day = 0; day < 252 * years; day++) {
    runDay(w, { model, levers, work }, pay, random, day, false);
    const now = w.sums[SUM.cohortMargin]!;
    value += (now - before) * (1 + study.run.discount) ** (-(day + 1) / 252);
    before = now;
  }
  return value;
}

const SUBSCRIPTIONS: Setting = {
  reps: 8,
  scalars: {
    ...CONTRACTS.scalars,
    'customers.base-per-rep': 60,
    'customers.churn-alpha': 1,
    'customers.churn-beta': 7,
    'customers.churn-slope': 0.12,
    'customers.expansion-rate': 0.3,
  },
  run: { warmupDays: 252 },
};

const ORDERS: Setting = {
  reps: 8,
  scalars: { 'customers.base-per-rep': 60, 'customers.repeat-hours': 0.5 },
  run: { warmupDays: 252 },
};

/**
 * The closed form against the same worlds run on. With seeds free the mean ratio of 6 replications strays from its own
 * mean by a standard error of about 2 %; 6 % is crossed about once in 300 runs. `npm run equity` does the same for every
 * trade over ten years.
 */
describe('customers held, against the same worlds run on for four years', () => {
  it.each([
    ['contracts that grow', SUBSCRIPTIONS],
    ['repeat orders', ORDERS],
  ] as const)('%s', (_, setting) => {
    const years = 4;
    const study = studyOf(setting);
    let expected = 0;
    let came = 0;
    for (let k = 0; k < 6; k++) {
      const one = warm(study, k);
      const today = { ...one.world.today!, paid: UNPAID, years };
      expected += holdings(one.world, one.compiled.model, one.random, today, 0).customers;
      came += runOn(one, years);
    }
    expect(expected / came).toBeGreaterThan(0.94);
    expect(expected / came).toBeLessThan(1.06);
  });
});

describe('net value', () => {
  const study = studyOf(
    { ...SUBSCRIPTIONS, reps: 4, run: { warmupDays: 126, horizonDays: 126 } },
    { more: { levers: [moved('follow-up', 0.5)] } },
  );
  const batch = batchOf(study, 3);

  it('is net contribution, customer equity gained and pipeline value gained', () => {
    for (const a of [0, 1]) {
      const [net, contribution, equity, pipeline] = [
        'net-value',
        'net-contribution',
        'customer-equity',
        'pipeline-value',
      ].map((id) => metric(batch, a, id));
      net!.forEach((value, run) => {
        expect(value).toBeCloseTo(contribution![run]! + equity![run]! + pipeline![run]!, 4);
      });
    }
  });
});
