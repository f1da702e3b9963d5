import { describe, expect, it } from 'vitest';
import { Work } from '../../engine/model/phases/work.ts';
import { SUM } from '../../engine/model/tables/tally.ts';
import { RING, type World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { runHorizon, warmUp } from '../../engine/run/replicate.ts';
import { mean } from '../../engine/statistics/moments.ts';
import { pairedDifference } from '../../engine/statistics/paired.ts';
import type { Alternative, NormalStudy } from '../../engine/study/normal.ts';
import { batchOf, metric, monthly, moved, PLAIN, seatFigure, studyOf, use } from './setting.ts';

/** Worlds of all alternatives of a study on the morning of `day`, and the one they forked from. */
function worlds(study: NormalStudy, day: number): { readonly start: World; readonly ends: World[] } {
  const compiled = compileStudy(study, 0, new MixTables());
  const random = new KeyedRandom(replicationKey(compiled.key, 0));
  const work = new Work();
  const start = warmUp(study, compiled, work, random);
  const ends = compiled.alternatives.map((alternative) => {
    const world = start.fork();
    runHorizon(study, alternative, work, world, random, day);
    return world;
  });
  return { start, ends };
}

/** Rows of every open deal: those waiting for a day and those on a rep's list. */
function openDeals(w: World): number[] {
  const rows: number[] = [];
  const walk = (head: number): void => {
    for (let row = head; row >= 0; row = w.deals.next[row]!) rows.push(row);
  };
  for (let at = 0; at < RING; at++) walk(w.dealBucket[at]!);
  for (const head of w.reps.readyHead) walk(head);
  return rows;
}

/** Traits of open new-business deals by identity. */
function leads(w: World): Map<string, string> {
  const d = w.deals;
  return new Map(
    openDeals(w)
      .filter((row) => d.kind[row] === 0)
      .map((row) => [
        `${d.idHigh[row]}:${d.idLow[row]}`,
        [d.value, d.quality, d.noise, d.potential, d.tierNoise, d.whim, d.complexity, d.channel]
          .map((column) => column[row])
          .join(' '),
      ]),
  );
}

const CHANGES: Record<string, Partial<Alternative>> = {
  structured: { adoptions: [use('structured')] },
  tiered: { adoptions: [use('customer-tiering')] },
  harder: { pay: { ...PLAIN.pay, commission: 0.2 } },
};

describe('identity', () => {
  it('the same lead has the same traits in every alternative', () => {
    const { ends } = worlds(studyOf({}, CHANGES), 200);
    const base = leads(ends[0]!);
    for (const world of ends.slice(1)) {
      const other = leads(world);
      const shared = [...other.keys()].filter((id) => base.has(id));
      expect(shared.length).toBeGreaterThan(20);
      for (const id of shared) expect(other.get(id)).toBe(base.get(id));
    }
  });

  it('more leads come beside the others, which keep their identities and traits', () => {
    // Nobody works, so every lead taken up is still open.
    const scalars = { 'people.hours-per-day': 0, 'customers.base-per-rep': 0 };
    const study = studyOf({ scalars }, { more: { levers: [moved('lead-rate', 0.5)] } });
    const { start, ends } = worlds(study, 60);
    const [base, more] = [leads(ends[0]!), leads(ends[1]!)];
    const before = leads(start).size;
    expect(base.size).toBeGreaterThan(before);
    expect(more.size - before).toBeGreaterThan(1.3 * (base.size - before));
    for (const [id, traits] of base) expect(more.get(id)).toBe(traits);
  });
});

describe('conservation', () => {
  const study = studyOf({ scalars: { 'people.turnover': 0.8 } }, CHANGES);

  it('customers: those at the start + won − lost = those at the end', () => {
    const batch = batchOf(study, 2);
    study.alternatives.forEach((_, a) => {
      const start = ['a', 'b', 'c'].map((tier) => metric(batch, a, `tier-${tier}-customers`));
      const won = monthly(batch, a, 'wins');
      const lost = monthly(batch, a, 'churned-customers');
      const end = monthly(batch, a, 'active-customers', 11);
      for (let run = 0; run < 2; run++) {
        const begun = start.reduce((sum, tier) => sum + tier[run]!, 0);
        expect(won[run]).toBeGreaterThan(0);
        expect(lost[run]).toBeGreaterThan(0);
        expect(begun + won[run]! - lost[run]!).toBe(end[run]);
      }
    });
  });

  it('opportunities: those open + opened − won − lost = those open at the end', () => {
    const open = (w: World) =>
      openDeals(w).filter((row) => w.deals.kind[row] === 0 && w.deals.stage[row]! > 0).length;
    const { start, ends } = worlds(study, 252);
    for (const w of ends) {
      const { sums } = w;
      const closed = sums[SUM.opportunitiesWon]! + sums[SUM.opportunitiesLost]!;
      expect(sums[SUM.opportunitiesOpened]!).toBeGreaterThan(50);
      expect(open(start) + sums[SUM.opportunitiesOpened]! - closed).toBe(open(w));
    }
  });

  it('deal rows: every row is free or in one list', () => {
    for (const w of worlds(study, 252).ends) {
      const rows = openDeals(w);
      expect(new Set(rows).size).toBe(rows.length);
      expect(rows.length).toBe(w.market.dealsOpen[0]);
      let free = 0;
      for (let row = w.market.freeDeal[0]!; row >= 0; row = w.deals.next[row]!) free++;
      expect(free + rows.length).toBe(w.deals.stage.length);
    }
  });

  it('money: net contribution is gross margin less every cost, and what seats book is what the company books', () => {
    const batch = batchOf(study, 2);
    study.alternatives.forEach((_, a) => {
      const sum = (figure: string) => monthly(batch, a, figure);
      for (let run = 0; run < 2; run++) {
        const costs = ['pay-cost', 'scheme-cost', 'lead-cost', 'turnover-cost'].reduce(
          (total, figure) => total + sum(figure)[run]!,
          0,
        );
        expect(metric(batch, a, 'net-contribution')[run]).toBeCloseTo(sum('gross-margin')[run]! - costs, 4);
        const booked = seatFigure(batch, run, a, 'bookings').reduce((x, y) => x + y, 0);
        expect(booked).toBeCloseTo(sum('bookings')[run]!, 4);
        const paid = ['salary', 'variable-pay'].flatMap((f) => [...seatFigure(batch, run, a, f)]);
        expect(1.2 * paid.reduce((x, y) => x + y, 0)).toBeCloseTo(sum('pay-cost')[run]!, 4);
      }
    });
  });
});

describe('money is only a unit', () => {
  it('ten times every price, wage and cost: the same touches and wins by the same seats, ten times the money', () => {
    const scale = 10;
    const scalars = Object.fromEntries(
      ['market.deal-value', 'people.replacement-cost', 'people.manager-hour-cost', 'people.market-pay'].map(
        (id) => [id, scale * PLAIN.scalars[id as keyof typeof PLAIN.scalars]],
      ),
    );
    const { salary, bonus, quota } = PLAIN.pay;
    const rich = {
      scalars,
      channels: PLAIN.channels.map((c) => ({ ...c, costPerLead: scale * (c.costPerLead as number) })),
      pay: { salary: scale * salary, bonus: scale * bonus, quota: scale * quota },
    };
    const one = batchOf(studyOf({}), 2);
    const ten = batchOf(studyOf(rich), 2);
    for (let run = 0; run < 2; run++) {
      for (const figure of ['touches', 'wins', 'exits', 'periods-at-quota']) {
        expect(seatFigure(ten, run, 0, figure)).toEqual(seatFigure(one, run, 0, figure));
      }
      const net = metric(one, 0, 'net-contribution')[run]!;
      expect(metric(ten, 0, 'net-contribution')[run]! / net).toBeCloseTo(scale, 9);
    }
  });
});

/**
 * One-sided claims: the mean of 40 paired differences lies on the expected side by more than three of its standard
 * errors (false alarm below 1 in 500 a claim if there were no effect), one fixed seed.
 */
describe('obvious directions', () => {
  const claims: readonly (readonly [string, number, string, 1 | -1])[] = [
    ['overhead-hours', 8, 'bookings', -1],
    ['admin-time', -1, 'bookings', 1],
    ['lead-rate', 0.7, 'bookings', 1],
    ['lead-quality', 0.7, 'win-rate', 1],
    ['touch-quality', 0.5, 'win-rate', 1],
    ['internal-wait', -2, 'cycle-days', -1],
    ['response-delay', -3, 'follow-up-conversion', 1],
    ['leakage', 1, 'win-rate', -1],
    ['rework', 1.5, 'win-rate', -1],
    ['service-quality', 10, 'satisfaction', 1],
    ['service-quality', 10, 'churn', -1],
    ['price-pressure', 0.1, 'discount-share', 1],
    ['strain', 1, 'rep-turnover', 1],
    ['lead-cost', 1, 'net-contribution', -1],
    ['learning', 1, 'ramp-days', -1],
    ['bid-gate', 0.5, 'win-rate', 1],
    ['touch-hours', -1, 'bookings', 1],
    ['partner-work', 0.5, 'bookings', 1],
    ['key-cover', 0.8, 'satisfaction', 1],
    ['territory-balance', 1, 'rep-gini', -1],
  ];
  const scalars = {
    'people.turnover': 0.6,
    'customers.churn-slope': 0.6,
    'market.territory-spread': 1.2,
    // Who leaves is the same whatever people earn by a change, so that luck stays paired.
    'people.quit-elasticity': 0,
  };
  const changes = Object.fromEntries(
    claims.map(([lever, by]) => [lever, { levers: [moved(lever, by)] }] as const),
  );
  const names = Object.keys(changes);
  const batch = batchOf(studyOf({ scalars }, changes), 40);

  it.each(claims)('%s moved by %f: %s', (lever, _, id, sign) => {
    const changed = metric(batch, 1 + names.indexOf(lever), id);
    const reference = metric(batch, 0, id);
    const { mean: difference, interval } = pairedDifference(changed, reference, 1, 0.997);
    expect(sign * difference).toBeGreaterThan(0);
    expect(Math.min(...interval.map((end) => sign * end))).toBeGreaterThan(0);
  });
});

/**
 * Common random numbers: how far a small change and the baseline share their luck. Figures of this setting (8 reps,
 * 40 replications): see the bounds. Variance reduction is (var a + var b) ÷ var(a − b); without pairing it would be 1.
 */
describe('coupling', () => {
  const changes: Record<string, Partial<Alternative>> = {
    'a tenth more commission': { pay: { ...PLAIN.pay, commission: 1.1 * PLAIN.pay.commission } },
    'a scheme': { adoptions: [use('structured')] },
  };
  const batch = batchOf(studyOf({ reps: 8 }, changes), 40);

  it.each([
    ['a tenth more commission', 1],
    ['a scheme', 2],
  ] as const)('%s: revenue and net contribution vary together with the baseline’s', (_, alternative) => {
    for (const id of ['revenue', 'net-contribution']) {
      const pair = pairedDifference(metric(batch, alternative, id), metric(batch, 0, id), 1, 0.95);
      expect(pair.correlation).toBeGreaterThan(0.8);
      expect(pair.varianceReduction).toBeGreaterThan(5);
    }
    expect(mean(metric(batch, alternative, 'revenue'))).not.toBe(mean(metric(batch, 0, 'revenue')));
  });
});
