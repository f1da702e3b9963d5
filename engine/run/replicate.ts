import type { PayInForce } from '../incentive/in-force.ts';
import { openPeriods } from '../incentive/open-period.ts';
import { repeatAppeal } from '../incentive/response.ts';
import { settlePeriods } from '../incentive/settle.ts';
import { exp, log } from '../kernel/math.ts';
import { normalQuantile } from '../kernel/normal.ts';
import { starts } from '../model/calendar.ts';
import { NUMBERS_YIELD, TERRITORY_NUMBERS } from '../model/constants.ts';
import { holdings } from '../model/equity.ts';
import { yearOf } from '../model/metrics.ts';
import type { Model } from '../model/model.ts';
import { markCustomers } from '../model/phases/customer-month.ts';
import { startingCustomers } from '../model/phases/customers.ts';
import { announceTerms } from '../model/phases/hiring.ts';
import { seatOccupant } from '../model/phases/people.ts';
import { Work } from '../model/phases/work.ts';
import { readToday } from '../model/today.ts';
import { World } from '../model/world.ts';
import { replicationKey } from '../random/key.ts';
import { PURPOSES } from '../random/purposes.ts';
import { KeyedRandom, unit } from '../random/threefry.ts';
import { SCHEMES } from '../schemes/registry.ts';
import type { NormalStudy } from '../study/normal.ts';
import { type Compiled, type CompiledStudy, compileStudy } from './compile.ts';
import { seatTeams } from './coverage.ts';
import { type Running, runDay } from './day.ts';
import { layoutOf } from './layout.ts';
import { MixTables } from './params.ts';
import { offerOn, type PayPhase, usePay } from './pay.ts';
import type { ResultLayout, UnitResult } from './runner.ts';
import { writeResult } from './write-result.ts';

/** A practice that fails to take root is worked this far by those covered. Assumed. */
const FAILED_CEILING = 0.15;

/** Longest tenure, in workdays, that someone already here at the start may have. */
const LONGEST_TENURE = 2520;

/** Runs the replications of one parameter draw. Pure: the same study and draw give the same bytes anywhere. */
export function runUnit(study: NormalStudy, draw: number): UnitResult {
  return new UnitRunner(study).run(draw);
}

/** Runs units of one study one after another, keeping only tables that never change between them. */
export class UnitRunner {
  readonly #study: NormalStudy;
  readonly #layout: ResultLayout;
  readonly #mixes = new MixTables();
  #work = new Work();

  constructor(study: NormalStudy) {
    this.#study = study;
    this.#layout = layoutOf(study);
  }

  /** @param stop polled every simulated day; a true answer abandons the unit and returns null */
  run(draw: number): UnitResult;
  run(draw: number, stop: () => boolean): UnitResult | null;
  run(draw: number, stop?: () => boolean): UnitResult | null {
    const study = this.#study;
    const compiled = compileStudy(study, draw, this.#mixes);
    const each = study.run.replicationsPerDraw;
    const stride = study.alternatives.length * this.#layout.size;
    const data = new Float64Array(each * stride);
    const onDay = (): void => {
      if (stop?.()) throw STOPPED;
    };
    try {
      for (let k = 0; k < each; k++)
        replicate(study, compiled, this.#work, this.#layout, draw * each + k, onDay, data, k * stride);
    } catch (error) {
      if (error !== STOPPED) throw error;
      // It was left in the middle of a day's sequence of calls.
      this.#work = new Work();
      return null;
    }
    return { draw, data };
  }
}

/** Thrown, and caught by the unit, to leave a replication at a day's end. */
const STOPPED = new Error('stopped');

/** One replication: the warm-up under the baseline once, then every alternative from a byte copy of the same world. */
function replicate(
  study: NormalStudy,
  compiled: CompiledStudy,
  work: Work,
  layout: ResultLayout,
  replication: number,
  onDay: () => void,
  out: Float64Array,
  at: number,
): void {
  const random = new KeyedRandom(replicationKey(compiled.key, replication));
  const warm = warmUp(study, compiled, work, random, onDay);
  compiled.alternatives.forEach((alternative, i) => {
    const world = warm.fork();
    runHorizon(study, alternative, work, world, random, study.run.horizonDays, onDay);
    writeResult(world, alternative, study.run.horizonDays, random, layout, out, at + i * layout.size);
  });
}

/** Nothing to do each day. */
const NOTHING = (): void => {};

/** A world on the morning of day 0, as the baseline has shaped it. @param onDay called every morning */
export function warmUp(
  study: NormalStudy,
  compiled: CompiledStudy,
  work: Work,
  random: KeyedRandom,
  onDay: () => void = NOTHING,
): World {
  const baseline = compiled.alternatives[0]!;
  // What the replication before has left of its offer is not today's.
  usePay(baseline.model, baseline, -study.run.warmupDays);
  const world = createWorld(study, compiled, random);
  drawFailures(baseline, random);
  const running: Running = { model: baseline.model, levers: baseline.levers, work };
  // What the first half shows, before pipelines have filled, is not counted.
  const counted = -Math.floor(study.run.warmupDays / 2);
  for (let day = -study.run.warmupDays; day < 0; day++) {
    onDay();
    if (day === counted) countAfresh(world);
    runDay(world, running, baseline.pay, random, day, false);
  }
  const { discount, customerYears } = study.run;
  world.today = readToday(world, baseline.model, baseline.pay.own.paid, {
    discountRate: discount,
    years: customerYears,
  });
  world.held = holdings(world, baseline.model, random, world.today, 0);
  countAfresh(world);
  markCustomers(world, baseline.model);
  return world;
}

/** Sets the counters of the horizon that run in the warm-up too to nought. */
function countAfresh(w: World): void {
  w.sums.fill(0);
  w.stageTally.fill(0);
}

/**
 * Runs an alternative's horizon in `world`, which it changes.
 *
 * @param until stops early, for tests of the course itself
 * @param onDay called every morning
 */
export function runHorizon(
  study: NormalStudy,
  alternative: Compiled,
  work: Work,
  world: World,
  random: KeyedRandom,
  until: number = study.run.horizonDays,
  onDay: () => void = NOTHING,
): void {
  drawFailures(alternative, random);
  const running: Running = { model: alternative.model, levers: alternative.levers, work };
  let phase: PayPhase = alternative.before ?? alternative;
  usePay(alternative.model, phase, 0);
  announceTerms(world, alternative.model, alternative.model.offer.usual);
  alternative.levers.refresh(world, alternative.model, 0);
  const lastYear = study.run.horizonDays - yearOf(study.run.horizonDays);
  for (let day = 0; day < until; day++) {
    onDay();
    if (day === lastYear && day > 0) markCustomers(world, alternative.model);
    const known = alternative.model.offer;
    if (day === alternative.payStartDay && phase.pay !== alternative.pay) {
      // Who goes on under the same terms is not interrupted, whatever is paid.
      const goesOn = alternative.pay.since < day;
      if (!goesOn && !starts(day, phase.pay.statementDays))
        settlePeriods(world, alternative.model, phase.pay, day - 1, true);
      phase = alternative;
      usePay(alternative.model, phase, day);
      const { pay, paid } = phase;
      // What begins with a statement is opened by the day itself.
      if (!goesOn && !starts(day, pay.statementDays)) openPeriods(world, alternative.model, pay, day);
      if (paid !== null && !starts(day, paid.statementDays)) openPeriods(world, alternative.model, paid, day);
    }
    alternative.model.offer = offerOn(phase, day);
    if (alternative.model.offer !== known) announceTerms(world, alternative.model, known.pay);
    const { pay, paid } = phase;
    runDay(world, { ...running, paid }, pay, random, day, day === study.run.horizonDays - 1);
  }
}

/** Whether each practice takes root is chance, the same in every alternative that adopts it. */
function drawFailures(alternative: Compiled, random: KeyedRandom): void {
  alternative.model.practices.forEach((practice, i) => {
    random.draw(practice.row, PURPOSES['adoption-failure'], 0, 0);
    const fails = practice.startDay >= 0 && unit(random.w0) < alternative.failure[i]!;
    practice.ceiling = fails ? FAILED_CEILING : 1;
  });
}

/** The company at the start of the warm-up: everyone in place, with tenures, customers and old habits. */
export function createWorld(study: NormalStudy, compiled: CompiledStudy, random: KeyedRandom): World {
  const baseline = compiled.alternatives[0]!;
  const m = baseline.model;
  const p = m.params;
  const start = -study.run.warmupDays;
  const customers = study.reps * Math.round(p.basePerRep);
  const months = Math.ceil(study.run.horizonDays / 21);
  const size = {
    seats: m.seats,
    teams: m.teams,
    stages: m.stages,
    months,
    practices: SCHEMES.length,
    measures: m.credits.rows,
    cashRows: m.credits.cashRows,
    components: most(compiled, (pay) => pay.components.length),
    extras: most(compiled, (pay) => pay.extras.count),
  };
  const w = World.create(size, Math.max(256, Math.ceil(customers * 1.5)), 1024);
  const r = w.reps;
  r.team.set(seatTeams(study));
  w.market.demand[0] = 1;
  // Enough old deals on record for a year's business, so that a scoring model does not start from nothing.
  w.market.labelled[0] = (m.channel.rate.reduce((a, b) => a + b, 0) * 252) / 10;
  shareTerritories(w, m, random, study.reps);
  for (let seat = 0; seat < study.reps; seat++) {
    r.real[seat] = 1;
    seatOccupant(w, m, random, seat, start);
    random.draw(seat, PURPOSES.hire, 0, 0);
    // Stays are exponential at the usual turnover, so ages are too; proficiency follows from the age.
    const stay = 252 / Math.max(0.02, p.turnover);
    const age = Math.min(LONGEST_TENURE, -stay * logOf(random.w0));
    r.hiredDay[seat] = start - Math.floor(age);
    const closing = p.learningRate + p.fadingRate;
    r.proficiency[seat] = p.fullSkill - (p.fullSkill - p.startSkill) * exp(-age * closing);
    r.ramped[seat] = r.proficiency[seat]! >= 0.8 * p.fullSkill ? 1 : 0;
    random.draw(seat, PURPOSES['quota-error'], 0, 0);
    r.quotaLuck[seat] = normalQuantile(unit(random.w0));
    r.missed[seat] = 1;
    r.repeatPaid[seat] = baseline.pay.own.repeatPaid;
    r.repeatAppeal[seat] = repeatAppeal(baseline.pay.own.repeatPaid);
  }
  // Exits fade by a third a month: their level at the usual turnover is three months' worth.
  study.teamSizes.forEach((size, team) => {
    w.teams.exits[team] = (p.turnover / 4) * size;
  });
  for (const practice of m.practices) {
    if (practice.startDay >= start) continue;
    for (let seat = 0; seat < m.seats; seat++) {
      w.adoption[practice.row * m.seats + seat] = practice.covered[seat]! * r.real[seat]!;
    }
  }
  baseline.levers.refresh(w, m, start);
  startingCustomers(w, m, random, start, study.reps);
  expectPaces(w, m, compiled, study.reps);
  openPeriods(w, m, baseline.pay, start);
  return w;
}

/** Most of something that an alternative's plans have, felt and paid together. */
function most(compiled: CompiledStudy, count: (pay: PayInForce) => number): number {
  return Math.max(
    ...compiled.alternatives.map(({ pay, paid, before }) =>
      Math.max(count(pay) + (paid === null ? 0 : count(paid)), before === null ? 0 : count(before.pay)),
    ),
  );
}

/** What everyone expects at first: to make quota where there is one, else what is usual in a territory like this. */
function expectPaces(w: World, m: Model, compiled: CompiledStudy, seats: number): void {
  w.pay.aim.fill(1);
  const known = new Set<number>();
  for (const [i, { pay, paid, before }] of compiled.alternatives.entries()) {
    for (const one of [...pay.measures, ...(paid?.measures ?? []), ...(before?.pay.measures ?? [])]) {
      if (known.has(one.row)) continue;
      known.add(one.row);
      for (let seat = 0; seat < seats; seat++) {
        // Quotas of plans to come must not colour what people expect under the one they have.
        const daily = i === 0 && one.quota > 0 ? one.quota / one.periodDays : one.usual;
        w.pay.pace[one.row * m.seats + seat] = one.level ? one.usual : w.reps.quotaWeight[seat]! * daily;
      }
    }
  }
}

/**
 * Divides the market into territories: log potential Normal with the context's spread σ, part of it in the number of
 * leads and customers, the rest in their size. Territories are shares of one market, so they are scaled to make the
 * company's leads, its mean deal value and its quotas exactly what the context says: who has the rich territory is
 * luck, how rich the market is is not.
 */
function shareTerritories(w: World, m: Model, random: KeyedRandom, seats: number): void {
  const { leadWeight, leadsUpTo, dealShift, quotaWeight, team } = w.reps;
  let leads = 0;
  let value = 0;
  let quota = 0;
  for (let seat = 0; seat < seats; seat++) {
    random.draw(seat, PURPOSES.territory, 0, 0);
    const potential = m.params.territorySpread * normalQuantile(unit(random.w0));
    const numbers = TERRITORY_NUMBERS * potential;
    const size = potential - numbers;
    leadWeight[seat] = exp(numbers);
    dealShift[seat] = size;
    quotaWeight[seat] = exp(NUMBERS_YIELD * numbers + size);
    leads += leadWeight[seat]!;
    value += leadWeight[seat]! * exp(size);
    quota += quotaWeight[seat]!;
  }
  for (let seat = 0; seat < seats; seat++) {
    leadWeight[seat]! *= seats / leads;
    dealShift[seat]! -= log(value / leads);
    quotaWeight[seat]! *= seats / quota;
  }
  for (let seat = 0; seat < m.seats; seat++) {
    const before = seat > 0 && team[seat] === team[seat - 1] ? leadsUpTo[seat - 1]! : 0;
    leadsUpTo[seat] = before + leadWeight[seat]!;
  }
}

function logOf(word: number): number {
  return log(unit(word));
}
