import { describe, expect, test } from 'vitest';
import { STAGE } from '../../engine/model/book.ts';
import { REP_FIGURES, SEAT, STAGE_FIGURES, SUM } from '../../engine/model/tables/tally.ts';
import { MixTables } from '../../engine/run/params.ts';
import { type BareCompany, bareStudy, type Opened, open } from './bare-company.ts';
import {
  type Moments,
  passes,
  randomSum,
  type TouchChances,
  touchChances,
  touchesInStage,
  touchesPerDeal,
} from './funnel-theory.ts';

const WORLDS = 8;
const ROUNDS = 15;
const DAYS_OF_ARRIVALS = 30;

const STAGES = [
  { conversion: 0.5, touches: 2, hours: 0.001, days: 4 },
  { conversion: 0.6, touches: 3, hours: 0.001, days: 9 },
  { conversion: 0.7, touches: 1.5, hours: 0.001, days: 6 },
];

/** Each has 11 bounds of 4.5 standard deviations (1 in 150,000): a false alarm 1 in 6,000 for the file. */
const BOUND = 4.5;

const COMPANIES: readonly (BareCompany & { name: string })[] = [
  { name: 'clean', desks: 8, hoursPerDay: 8, arrivals: 2, stages: STAGES },
  {
    name: 'with leakage and rework',
    desks: 8,
    hoursPerDay: 8,
    arrivals: 2,
    stages: STAGES,
    leakage: 0.25,
    rework: 0.1,
  },
];

/** Counts of one round: leads arrive for a while, then everything runs to its end. */
interface Round {
  readonly leads: number;
  readonly wins: number;
  readonly touches: number;
  readonly entered: number[];
  readonly advanced: number[];
  readonly days: number[];
}

function counters({ world }: Opened): Round {
  const { stageTally, seatTally, sums } = world;
  const n = STAGE_FIGURES.length;
  const each = (figure: number): number[] => STAGES.map((_, s) => stageTally[s * n + figure]!);
  let touches = 0;
  for (let at = SEAT.touches; at < seatTally.length; at += REP_FIGURES.length) touches += seatTally[at]!;
  return {
    leads: stageTally[STAGE.entered]!,
    wins: sums[SUM.newWins]!,
    touches,
    entered: each(STAGE.entered),
    advanced: each(STAGE.advanced),
    days: each(STAGE.days),
  };
}

function less(a: Round, b: Round): Round {
  const minus = (x: number[], y: number[]): number[] => x.map((v, i) => v - y[i]!);
  return {
    leads: a.leads - b.leads,
    wins: a.wins - b.wins,
    touches: a.touches - b.touches,
    entered: minus(a.entered, b.entered),
    advanced: minus(a.advanced, b.advanced),
    days: minus(a.days, b.days),
  };
}

/** All rounds of a company, and the whole days buyers let pass before the next touch, by stage. */
function simulate(company: BareCompany): { rounds: Round[]; waits: Moments[] } {
  const study = bareStudy(company);
  const mixes = new MixTables();
  const rounds: Round[] = [];
  let waits: Moments[] = [];
  for (let world = 0; world < WORLDS; world++) {
    const opened = open(study, world, mixes);
    const { rate } = opened.compiled.model.channel;
    const usual = rate[0]!;
    let day = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const before = counters(opened);
      rate[0] = usual;
      for (let k = 0; k < DAYS_OF_ARRIVALS; k++) opened.day(day++);
      rate[0] = 0;
      while (opened.world.market.dealsOpen[0]! > 0) opened.day(day++);
      rounds.push(less(counters(opened), before));
    }
    const table = opened.compiled.model.stage.wait;
    waits = STAGES.map((_, s) => {
      const days = Array.from(table.subarray(s * 1024, (s + 1) * 1024), (w) =>
        Math.max(1, Math.floor(w + 0.5)),
      );
      const mean = days.reduce((a, b) => a + b) / 1024;
      return { mean, variance: days.reduce((sum, d) => sum + (d - mean) ** 2, 0) / 1024 };
    });
  }
  return { rounds, waits };
}

/**
 * Sums against their exact law, given how many terms each round has: the total within BOUND standard deviations, and
 * the spread of the rounds as large as the law says (χ²).
 */
function expectSums(rounds: readonly (readonly [sum: number, terms: number])[], law: Moments): void {
  let total = 0;
  let terms = 0;
  let chi = 0;
  for (const [sum, n] of rounds) {
    total += sum;
    terms += n;
    chi += (sum - n * law.mean) ** 2 / (n * law.variance);
  }
  expect(Math.abs(total - terms * law.mean) / Math.sqrt(terms * law.variance)).toBeLessThan(BOUND);
  expect(Math.abs(chi - rounds.length) / Math.sqrt(2 * rounds.length)).toBeLessThan(BOUND);
}

describe.each(COMPANIES)('a $name pipeline', (company) => {
  const rework = company.rework ?? 0;
  const forgotten = company.leakage ?? 0;
  // A quarter of what would be won, spread over the touches that leave such a deal open.
  const openTouches = STAGES.reduce((sum, { touches }, s) => sum + touches / (s > 0 ? 1 - rework : 1), -1);
  const leak = 1 - (1 - forgotten) ** (1 / openTouches);
  const { rounds, waits } = simulate(company);
  const last = STAGES.length - 1;
  // The single touch's chance to advance that gives a stage its stated conversion.
  const chances: TouchChances[] = STAGES.map(({ conversion, touches }, s) => {
    const resolve = (1 / touches) * (s > 0 ? 1 - rework : 1);
    const ends = 1 - (1 - resolve) * (1 - leak);
    return touchChances(resolve, (conversion * ends) / (resolve * (s === last ? 1 : 1 - leak)));
  });

  test('theory puts each stage’s conversion where the study states it', () => {
    for (const [s, stage] of STAGES.entries())
      expect(passes(chances[s]!, leak, s === last)).toBeCloseTo(stage.conversion, 12);
  });

  test('so many of the deals otherwise won are lost because nobody sets a next step', () => {
    // What the same touches pass without a leak, against what they pass with it.
    const share = chances.reduce(
      (product, chance, s) => (product * passes(chance, leak, s === last)) / passes(chance, 0, s === last),
      1,
    );
    // Touches vary from deal to deal, so a little less is lost than the stated share.
    expect(1 - share).toBeLessThanOrEqual(forgotten);
    expect(1 - share).toBeGreaterThanOrEqual(forgotten * (1 - 0.5 * forgotten));
  });

  test('wins of so many leads are binomial', () => {
    const p = STAGES.reduce((product, stage) => product * stage.conversion, 1);
    expectSums(
      rounds.map((r) => [r.wins, r.leads]),
      { mean: p, variance: p * (1 - p) },
    );
  });

  test('touches of so many leads are sums of geometric numbers', () => {
    expectSums(
      rounds.map((r) => [r.touches, r.leads]),
      touchesPerDeal(chances, leak),
    );
  });

  test.each([0, 1, 2])('stage %i passes the stated share of those who enter it', (s) => {
    // Whoever leaks on the way into a stage has entered it; whoever leaks on the way out has advanced.
    const share = (STAGES[s]!.conversion / (s === last ? 1 : 1 - leak)) * (s > 0 ? 1 - leak : 1);
    let advanced = 0;
    let entered = 0;
    for (const r of rounds) {
      advanced += r.advanced[s]!;
      entered += r.entered[s]!;
      if (s > 0) expect(r.entered[s]).toBe(r.advanced[s - 1]);
    }
    expect(Math.abs(advanced - entered * share)).toBeLessThan(
      BOUND * Math.sqrt(entered * share * (1 - share)),
    );
  });

  test.each([0, 1, 2])('days in stage %i are the waits between a geometric number of touches', (s) => {
    const touches = touchesInStage(chances[s]!, leak);
    // A lead is touched on the day it comes; a later stage begins with a wait.
    const count = s === 0 ? { mean: touches.mean - 1, variance: touches.variance } : touches;
    expectSums(
      rounds.map((r) => [r.days[s]!, r.advanced[s]!]),
      randomSum(count, waits[s]!),
    );
  });
});
