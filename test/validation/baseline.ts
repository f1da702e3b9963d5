import { METRICS } from '../../engine/model/metrics.ts';
import type { Model } from '../../engine/model/model.ts';
import { closeMonths, measure } from '../../engine/model/outcome.ts';
import { TENURE_CLASSES } from '../../engine/model/phases/customers.ts';
import { KIND } from '../../engine/model/phases/leads.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { MONTH, REP_FIGURES, SEAT, STAGE_FIGURES, SUM, TIMELINE } from '../../engine/model/tables/tally.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { PURPOSES, purposeWord } from '../../engine/random/purposes.ts';
import { KeyedRandom, unit } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { runDay } from '../../engine/run/day.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import { draftStudy } from '../../engine/study/draft.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';
import type { Preset } from '../../engine/study/presets/contract.ts';

/** Workdays of a baseline's horizon. */
const YEAR = 252;

/** Upper identity word of the customers a company starts with (model/phases/customers.ts). */
const START_IDENTITY = 4;

/** More hours by this factor show how bookings answer to effort. */
const MORE_HOURS = 1.1;

/** Mean and standard error of each figure over replications; `drift:` ones are relative changes over the year. */
export type Baseline = ReadonlyMap<string, { readonly mean: number; readonly error: number }>;

/** What a world looked like on the morning of day 0. */
interface Start {
  readonly rows: number;
  readonly active: number;
  readonly pipeline: number;
  /** Contract terms each customer has stayed. */
  readonly terms: Int32Array;
  readonly cohort: Int32Array;
}

/** A preset's own baseline: its usual team at its modes, no practices, the usual year. */
export function baselineStudy(preset: Preset, moreHours = false): NormalStudy {
  const draft = draftStudy(preset);
  const hours = { 'people.hours-per-day': 8 * MORE_HOURS };
  const scalars = moreHours ? { ...draft.world.scalars, ...hours } : draft.world.scalars;
  return {
    ...draft,
    world: { ...draft.world, scalars },
    run: { ...draft.run, seed: 'baselines', horizonDays: YEAR },
  };
}

/**
 * Simulates a preset's baseline and gathers every figure that its targets may name.
 *
 * @param elasticity whether to run every year a second time, with more hours, for the elasticity of bookings
 */
export function simulateBaseline(preset: Preset, replications: number, elasticity = true): Baseline {
  const values = new Map<string, number[]>();
  const put = (id: string, value: number): void => {
    if (!Number.isFinite(value)) return;
    const list = values.get(id);
    if (list === undefined) values.set(id, [value]);
    else list.push(value);
  };
  const each = yearsOf(baselineStudy(preset), replications, put);
  const result = new Map<string, { mean: number; error: number }>();
  for (const [id, list] of values) result.set(id, meanOf(list));
  if (!elasticity) return result;
  const more = yearsOf(baselineStudy(preset, true), replications, () => undefined);
  result.set('effort-elasticity', elasticityOf(each, more));
  return result;
}

/** Elasticity of bookings to hours from paired years, with its error. */
function elasticityOf(each: readonly number[], more: readonly number[]): { mean: number; error: number } {
  const mean = Math.log(total(more) / total(each)) / Math.log(MORE_HOURS);
  // The two sets of years share their luck; the error comes from leaving out one pair of years at a time.
  const jackknife = each.map(
    (one, i) => Math.log((total(more) - more[i]!) / (total(each) - one)) / Math.log(MORE_HOURS),
  );
  const spread = jackknife.reduce((sum, e) => sum + (e - mean) ** 2, 0);
  return { mean, error: Math.sqrt(((each.length - 1) / each.length) * spread) };
}

/** Runs the years; returns each one's bookings. */
function yearsOf(
  study: NormalStudy,
  replications: number,
  put: (id: string, value: number) => void,
): number[] {
  const compiled = compileStudy(study, 0, new MixTables());
  const { model, levers, pay } = compiled.alternatives[0]!;
  const work = new Work();
  const bookings: number[] = [];
  for (let k = 0; k < replications; k++) {
    const random = new KeyedRandom(replicationKey(compiled.key, k));
    const world = warmUp(study, compiled, work, random);
    const start: Start = {
      rows: world.market.customers[0]!,
      active: world.sums[SUM.cohort]!,
      pipeline: openPipeline(world),
      terms: termsStayed(world, random),
      cohort: world.customers.cohort.slice(),
    };
    let seatMonths = 0;
    let sellingMonths = 0;
    const before = new Float64Array(study.reps);
    for (let day = 0; day < YEAR; day++) {
      runDay(world, { model, levers, work }, pay, random, day, day === YEAR - 1);
      if ((day + 1) % 21 !== 0) continue;
      for (let seat = 0; seat < study.reps; seat++) {
        const now = world.seatTally[seat * REP_FIGURES.length + SEAT.bookings]!;
        if (world.reps.active[seat] === 1) {
          seatMonths++;
          if (now > before[seat]!) sellingMonths++;
        }
        before[seat] = now;
      }
    }
    closeMonths(world);
    put('activity-rate', sellingMonths / seatMonths);
    figuresOf(study, model, world, random, start, put);
    bookings.push(flow(world, 'bookings'));
  }
  return bookings;
}

/** Sum of a monthly figure over the year. */
function flow(w: World, figure: keyof typeof MONTH): number {
  let sum = 0;
  for (let month = 0; month < 12; month++) sum += w.timeline[month * TIMELINE.length + MONTH[figure]]!;
  return sum;
}

function seats(w: World, figure: keyof typeof SEAT): number {
  let sum = 0;
  for (let at = SEAT[figure]; at < w.seatTally.length; at += REP_FIGURES.length) sum += w.seatTally[at]!;
  return sum;
}

/** Every figure of one finished year. */
function figuresOf(
  study: NormalStudy,
  m: Model,
  w: World,
  random: KeyedRandom,
  start: Start,
  put: (id: string, value: number) => void,
): void {
  const metrics = new Float64Array(METRICS.length);
  measure(w, m, YEAR, random, metrics, 0);
  METRICS.forEach((metric, i) => {
    put(metric.id, metrics[i]!);
  });
  const reps = w.sums[SUM.headcountDays]! / YEAR;
  const leads = flow(w, 'leads');
  const wins = flow(w, 'wins');
  const repeats = flow(w, 'repeat-wins');
  const bookings = flow(w, 'bookings');
  const costs = flow(w, 'pay-cost') + flow(w, 'lead-cost') + flow(w, 'turnover-cost');
  const variable = seats(w, 'variable-pay');
  const touches = seats(w, 'touches');
  put('leads-a-month', leads / reps / 12);
  put('never-worked', 1 - flow(w, 'followed-up') / leads);
  put('lead-to-opportunity', flow(w, 'opportunities') / leads);
  put('lead-to-deal', wins / leads);
  put('deals-a-year', wins / reps);
  put('bookings-a-year', bookings / reps);
  put('repeat-orders-a-year', repeats / (flow(w, 'active-customers') / 12));
  put('visits-a-day', touches / w.sums[SUM.headcountDays]!);
  put('productive-calls', (wins + repeats) / touches);
  put('order-value', bookings / (wins + repeats));
  put('selling-share', seats(w, 'selling-hours') / (m.params.hoursPerDay * seats(w, 'effort')));
  put('pay-per-rep', flow(w, 'pay-cost') / reps);
  put('variable-share', variable / (variable + seats(w, 'salary')));
  put('acquisition-cost', costs / w.sums[SUM.newBookings]!);
  put('selling-cost', costs / flow(w, 'revenue'));
  put('revenue-churn', 1 - metrics[METRICS.findIndex((one) => one.id === 'grr')]!);
  study.world.stages.forEach((stage, s) => {
    const advanced = w.stageTally[s * STAGE_FIGURES.length + 1]!;
    const lost = w.stageTally[s * STAGE_FIGURES.length + 2]!;
    put(`stage:${stage.id}:passed`, advanced / (advanced + lost));
    put(`stage:${stage.id}:days`, w.stageTally[s * STAGE_FIGURES.length + 3]! / advanced);
  });
  put('tender-win', passed(study, w, 'tender', true));
  put('proposal-win', passed(study, w, 'proposal', false));
  put('first-channel-to-deal', channelWins(study, m, w, start, 0));
  put('sphere-to-deal', channelWins(study, m, w, start, channelAt(study, 'sphere')));
  put(
    'introduction-lift',
    channelWins(study, m, w, start, 0) / channelWins(study, m, w, start, channelAt(study, 'cold')),
  );
  const [first, second] = persistency(w, start);
  put('persistency-13', first);
  put('persistency-25', first * second);
  put('drift:customers', w.timeline[11 * TIMELINE.length + MONTH['active-customers']]! / start.active - 1);
  put('drift:pipeline', openPipeline(w) / start.pipeline - 1);
}

/** Value of open opportunities on every list of deals. */
function openPipeline(w: World): number {
  const { next, stage, kind, value } = w.deals;
  let sum = 0;
  for (const head of [...w.dealBucket, ...w.reps.readyHead]) {
    for (let row = head; row >= 0; row = next[row]!) {
      if (stage[row]! > 0 && kind[row] === KIND.fresh) sum += value[row]!;
    }
  }
  return sum;
}

/** Terms that customers have stayed: those before the simulation (the draw that made them) and renewals since. */
function termsStayed(w: World, random: KeyedRandom): Int32Array {
  const terms = w.customers.renewals.slice();
  for (let row = 0; row < w.market.customers[0]!; row++) {
    if (w.customers.idHigh[row] !== START_IDENTITY) continue;
    random.draw(w.customers.idLow[row]!, purposeWord(PURPOSES['customer-traits'], START_IDENTITY), 0, 2);
    terms[row]! += Math.floor(unit(random.w0) * TENURE_CLASSES);
  }
  return terms;
}

function channelAt(study: NormalStudy, id: string): number {
  return study.world.channels.findIndex((channel) => channel.id === id);
}

/** Share of deals that pass all stages from the named one (or the next) on; NaN where there is no such stage. */
function passed(study: NormalStudy, w: World, stage: string, including: boolean): number {
  const at = study.world.stages.findIndex((one) => one.id === stage);
  if (at < 0) return Number.NaN;
  let share = 1;
  for (let s = including ? at : at + 1; s < study.world.stages.length; s++) {
    const advanced = w.stageTally[s * STAGE_FIGURES.length + 1]!;
    const lost = w.stageTally[s * STAGE_FIGURES.length + 2]!;
    share *= advanced / (advanced + lost);
  }
  return share;
}

/** Customers won through a market channel in the year ÷ leads it was to bring. */
function channelWins(study: NormalStudy, m: Model, w: World, start: Start, channel: number): number {
  if (channel < 0) return Number.NaN;
  let wins = 0;
  for (let row = start.rows; row < w.market.customers[0]!; row++) {
    if (w.customers.idHigh[row] === m.channel.identity[channel]) wins++;
  }
  const season = study.world.seasonality.reduce((a, b) => a + b, 0) / 12;
  return wins / (m.channel.rate[channel]! * season * YEAR);
}

/** Shares of customers facing their first, and their second, yearly renewal who stay. */
function persistency(w: World, start: Start): readonly [number, number] {
  const due = [0, 0];
  const kept = [0, 0];
  for (let row = 0; row < start.rows; row++) {
    const term = start.terms[row]!;
    if (start.cohort[row] !== 1 || term > 1) continue;
    due[term]! += 1;
    if (w.customers.state[row] === 1) kept[term]! += 1;
  }
  return [kept[0]! / due[0]!, kept[1]! / due[1]!];
}

function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function meanOf(values: readonly number[]): { mean: number; error: number } {
  const mean = total(values) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / Math.max(1, values.length - 1) / values.length) };
}
