import { expect, test } from 'vitest';
import { USUAL_RELATIONSHIP } from '../../engine/model/constants.ts';
import { TABLE_SIZE } from '../../engine/model/draw.ts';
import { startingCustomers } from '../../engine/model/phases/customers.ts';
import { duePurchases } from '../../engine/model/phases/due.ts';
import { World } from '../../engine/model/world.ts';
import { betaQuantile } from '../../engine/random/distributions/beta.ts';
import { PURPOSES, purposeWord } from '../../engine/random/purposes.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { SCHEMES } from '../../engine/schemes/registry.ts';
import { mean, variance } from '../../engine/statistics/moments.ts';
import { draftStudy } from '../../engine/study/draft.ts';
import { b2bSaas } from '../../engine/study/presets/b2b-saas.ts';

/** CDNOW's mixes (Fader, Hardie & Lee 2005), in weeks of five workdays. */
const LAW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const SEATS = 40;
const EACH = 2500;

/**
 * Expected orders until t of a customer who, at every occasion, first may leave and else orders: occasions are Poisson
 * at a Gamma rate, leaving has a Beta chance p, so E = E_p[(1 − p)/p · (1 − (α ÷ (α + p·t))^r)].
 */
function expectedOrders(time: number): number {
  const n = 20_000;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const p = betaQuantile((i + 0.5) / n, LAW.a, LAW.b);
    sum +=
      p < 1e-9
        ? (LAW.r / LAW.alpha) * time
        : ((1 - p) / p) * (1 - (LAW.alpha / (LAW.alpha + p * time)) ** LAW.r);
  }
  return sum / n;
}

/**
 * 100,000 customers: the mean's standard error is under 1 %. Whole days and tables of 1,024 steps move it by about 1 %,
 * so 4 standard errors and that much are a false alarm less than 1 in 15,000 per time looked at.
 */
test('contented customers of the engine order as often as their mixes of rates and leaving say', () => {
  const draft = draftStudy(b2bSaas);
  const study = {
    ...draft,
    reps: SEATS,
    teamNames: ['one'],
    teamSizes: [SEATS],
    world: {
      ...draft.world,
      scalars: {
        ...draft.world.scalars,
        'customers.churn-alpha': LAW.a,
        'customers.churn-beta': LAW.b,
        'customers.churn-slope': 0,
        'customers.base-per-rep': EACH,
        'customers.recurring': 0,
        'customers.purchase-rate': (252 / 5) * (LAW.r / LAW.alpha),
        'customers.purchase-shape': LAW.r,
        'customers.potential-spread': 0,
        'customers.repeat-hours': 0,
        'customers.repeat-conversion': 1,
      },
    },
  };
  const { model } = compileStudy(study, 0, new MixTables()).alternatives[0]!;
  const random = new KeyedRandom([2, 3, 5, 7]);
  const rows = SEATS * EACH;
  const size = {
    seats: SEATS,
    teams: 1,
    stages: model.stages,
    months: 24,
    practices: SCHEMES.length,
    measures: model.credits.rows,
    cashRows: 0,
    components: 0,
    extras: 0,
  };
  const w = World.create(size, rows, 64);
  w.reps.real.fill(1);
  w.reps.leadWeight.fill(1);
  startingCustomers(w, model, random, 0, SEATS);
  const c = w.customers;
  for (let row = 0; row < rows; row++) {
    // New customers instead of old ones: class 0 of the mix, by the same draw; a relationship that shifts nothing.
    random.draw(c.idLow[row]!, purposeWord(PURPOSES['customer-traits'], c.idHigh[row]!), 0, 0);
    c.dropLogit[row] = model.params.dropTable[random.w0 >>> (32 - Math.log2(TABLE_SIZE))]!;
    c.relationship[row] = USUAL_RELATIONSHIP;
  }
  for (let day = 1; day <= 78 * 5; day++) {
    duePurchases(w, model, random, day);
    if (day !== 39 * 5 && day !== 78 * 5) continue;
    // The occasion at which a customer left was no order.
    const orders = Float64Array.from(
      { length: rows },
      (_, row) => c.occasions[row]! - (c.state[row] === 2 ? 1 : 0),
    );
    const expected = expectedOrders(day / 5);
    const error = Math.sqrt(variance(orders) / rows);
    expect(error / expected).toBeLessThan(0.01);
    expect(Math.abs(mean(orders) - expected), `${mean(orders)} for ${expected}`).toBeLessThan(
      4 * error + 0.01 * expected,
    );
  }
});
