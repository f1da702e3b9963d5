import { describe, expect, test } from 'vitest';
import { groupGains } from '../../engine/incentive/contest-gradient.ts';
import { lookAhead } from '../../engine/incentive/forecast.ts';
import type { PayInForce } from '../../engine/incentive/in-force.ts';
import type { Measure, Payout, Plan } from '../../engine/incentive/language.ts';
import { openPeriods } from '../../engine/incentive/open-period.ts';
import { addGroupPay } from '../../engine/incentive/settle-groups.ts';
import { ownPay } from '../../engine/incentive/settle-own.ts';
import { takeStock } from '../../engine/incentive/standing.ts';
import { addGains } from '../../engine/incentive/worth.ts';
import { normalQuantile } from '../../engine/kernel/normal.ts';
import type { Model } from '../../engine/model/model.ts';
import { Work } from '../../engine/model/phases/work.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import { studyOf } from '../laws/setting.ts';
import { Dice } from './plan-random.ts';
import { full, LINEAR, withComponent } from './plans.ts';

/**
 * What a unit of own credit is felt to bring through pay that depends on others must be what it does bring when the
 * period is settled: the mean, over many ends of the period, of pay with one deal more less pay without it, per unit of a
 * mean deal. Results come in Poisson-many lognormal deals on top of what there is.
 */

const DAY = 21;
const PERIOD = 63;
const ENDS = 1_000;

const base = full(LINEAR);
const quota = base.measures[0]!.quota;

function plan(payout: Payout, measure: Partial<Measure> = {}): Plan {
  return withComponent(base, { id: 'more', quota: null, ...measure }, { payout, boundary: 'at-or-above' });
}

const PLANS: Readonly<Record<string, Plan>> = {
  'a rank': plan({
    kind: 'rank',
    axis: 'amount',
    among: 'team',
    prizes: [20_000, 10_000],
    minimum: null,
    ties: 'share',
  }),
  'a rank by attainment from a minimum on': plan(
    {
      kind: 'rank',
      axis: 'attainment',
      among: 'team',
      prizes: [20_000, 10_000],
      minimum: 0.7,
      ties: 'share',
    },
    { quota },
  ),
  'a rank by count of new customers, from three on': plan(
    { kind: 'rank', axis: 'amount', among: 'company', prizes: [5_000, 3_000], minimum: 3, ties: 'share' },
    { metric: 'new-logos' },
  ),
  'the rank of a team': plan(
    { kind: 'rank', axis: 'amount', among: 'company', prizes: [30_000], minimum: null, ties: 'share' },
    { scope: 'team' },
  ),
  'a match of teams by attainment': plan(
    { kind: 'match', axis: 'attainment', prize: 5_000, stake: 2_000 },
    { quota },
  ),
  'a match of teams by their totals': plan(
    { kind: 'match', axis: 'amount', prize: 5_000, stake: 2_000 },
    { scope: 'team', pooling: 'total' },
  ),
  'a pool of results divided equally': plan({
    kind: 'pool',
    among: 'team',
    size: { share: 0.05 },
    divide: 'equally',
  }),
  'a pool of results divided by them': plan({
    kind: 'pool',
    among: 'team',
    size: { share: 0.05 },
    divide: 'by-result',
  }),
  'a pool of money divided by attainment': plan(
    { kind: 'pool', among: 'team', size: { money: 30_000 }, divide: 'by-attainment' },
    { quota },
  ),
  'bonuses from thresholds of the team': plan(
    {
      kind: 'bonus',
      axis: 'attainment',
      steps: [
        { at: 0.8, amount: 5_000 },
        { at: 1.2, amount: 12_000 },
      ],
      stack: 'highest',
      in: 'money',
    },
    { scope: 'team', quota },
  ),
};

const poisson = (d: Dice, mean: number): number => {
  let n = -1;
  let until = 0;
  while (until < mean) {
    until -= Math.log(1 - d.next());
    n++;
  }
  return n;
};

/** Everybody a third into the quarter, some well ahead and some with nothing, with 1 to 7 deals still to come. */
function third(w: World, m: Model, pay: PayInForce, deals: number): void {
  openPeriods(w, m, pay, 0);
  for (let seat = 0; seat < m.seats; seat++) {
    w.reps.active[seat] = 1;
    for (const one of pay.measures) {
      const at = one.row * m.seats + seat;
      const pace = (deals * one.event * (1 + ((seat * 7) % 5))) / (3 * (PERIOD - DAY));
      w.pay.pace[at] = pace;
      const sofar = seat % 4 === 0 ? 0 : pace * DAY * (0.5 + ((seat * 3) % 4) / 4);
      // Where all deals count alike there are no parts of one.
      w.pay.credit[at] = one.lump === one.event ? Math.round(sofar) : sofar;
      w.pay.quota[at] = pace * PERIOD * (0.8 + (seat % 3) / 5);
      w.reps.daysHere[seat] = w.pay.daysBefore[at]! + PERIOD;
    }
  }
}

function feltGains(w: World, m: Model, pay: PayInForce): Float64Array {
  const { ahead } = pay.scratch;
  lookAhead(w, m, pay, DAY, false, ahead);
  const last = pay.components.at(-1)!;
  const out = new Float64Array(m.seats);
  if (last.kind !== 'own') groupGains(w, m, pay, last, ahead, out);
  else {
    const gain = new Float64Array(pay.measures.length);
    const felt = gain.slice();
    for (let seat = 0; seat < m.seats; seat++) {
      addGains(last, seat, m.seats, ahead, { aversion: 0, usual: 1 }, gain.fill(0), felt);
      out[seat] = gain[last.measure]! * ahead.part[last.measure * m.seats + seat]!;
    }
  }
  return out;
}

/** What the last component pays when the quarter ends with these credits. */
function settled(w: World, m: Model, pay: PayInForce, credits: Float64Array): Float64Array {
  const last = pay.components.at(-1)!;
  w.pay.credit.set(credits, pay.measures[last.measure]!.row * m.seats);
  const { standings } = pay.scratch;
  takeStock(w, m, pay, PERIOD - 1, standings);
  const out = new Float64Array(m.seats);
  if (last.kind !== 'own') addGroupPay(w, m, pay, last, standings, out);
  else
    out.forEach((_, seat) => {
      out[seat] = ownPay(w, pay, last, seat, m.seats, PERIOD - 1, standings);
    });
  return out;
}

describe.each([2, 4, 10])('in teams of %i a unit of own credit is felt as it is paid', (n) => {
  const study = studyOf(
    { reps: 2 * n, teams: 2, scalars: { 'people.risk-aversion': 0 } },
    Object.fromEntries(Object.entries(PLANS).map(([id, pay]) => [id, { pay }])),
  );
  const all = compileStudy(study, 0, new MixTables());
  const warm = warmUp(study, all, new Work(), new KeyedRandom(replicationKey(all.key, 0)));

  Object.keys(PLANS).forEach((name, p) => {
    test(`through ${name}`, () => {
      const { model: m, pay } = all.alternatives[p + 1]!;
      const w = warm.fork();
      third(w, m, pay, 4);
      const one = pay.measures[pay.components.at(-1)!.measure]!;
      const row = one.row * m.seats;
      const sofar = w.pay.credit.slice(row, row + m.seats);
      const coming = sofar.map((_, seat) => (w.pay.pace[row + seat]! * (PERIOD - DAY)) / one.event);
      const felt = feltGains(w, m, pay);
      const d = new Dice(100 * n + p);
      const spread = Math.sqrt(Math.log(one.lump / one.event));
      const deal = (): number =>
        one.event * Math.exp(spread * normalQuantile(d.from(1e-9, 1 - 1e-9)) - (spread * spread) / 2);
      const mean = new Float64Array(m.seats);
      const squares = new Float64Array(m.seats);
      let whole = 0;
      let wholeSquares = 0;
      for (let k = 0; k < ENDS; k++) {
        const credits = sofar.map((x, seat) => {
          let end = x;
          for (let more = poisson(d, coming[seat]!); more > 0; more--) end += deal();
          return end;
        });
        const plain = settled(w, m, pay, credits);
        let together = 0;
        for (let seat = 0; seat < m.seats; seat++) {
          const more = credits.slice();
          more[seat]! += deal();
          const gain = (settled(w, m, pay, more)[seat]! - plain[seat]!) / one.event;
          mean[seat]! += gain / ENDS;
          squares[seat]! += (gain * gain) / ENDS;
          together += gain;
        }
        whole += together / ENDS;
        wholeSquares += (together * together) / ENDS;
      }
      const top = Math.max(...mean);
      expect(top).toBeGreaterThan(0);
      // 4.5 standard errors: one false alarm in 500 runs of all 320 comparisons.
      felt.forEach((gain, seat) => {
        const error = Math.sqrt((squares[seat]! - mean[seat]! ** 2) / ENDS);
        expect(Math.abs(gain - mean[seat]!)).toBeLessThan(0.12 * top + 4.5 * error);
      });
      const sum = felt.reduce((a, b) => a + b, 0);
      const error = Math.sqrt((wholeSquares - whole ** 2) / ENDS);
      expect(Math.abs(sum - whole)).toBeLessThan(0.1 * whole + 4.5 * error);
    });
  });
});
