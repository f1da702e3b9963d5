import { exp } from '../kernel/math.ts';
import { STAGE } from './book.ts';
import {
  RELATIONSHIP_KEPT,
  RELATIONSHIP_LOG_ODDS,
  RELATIONSHIP_PACE,
  USUAL_RELATIONSHIP,
} from './constants.ts';
import { leverAt } from './levers.ts';
import type { Model } from './model.ts';
import { worksBy } from './phases/adoption.ts';
import { serviceFelt } from './phases/customer-month.ts';
import type { PaidOn } from './tables/pay.ts';
import { STAGE_FIGURES, SUM } from './tables/tally.ts';
import { TIERS, type World } from './world.ts';

const PRICE = leverAt('price-pressure');
const PARTNER = leverAt('partner-share');
const RELATION = leverAt('relationship');

/** What later money is worth. */
export interface Worth {
  /** What a year takes off: .1 makes 110 in a year worth 100 today. */
  readonly discountRate: number;
  /** Years of a customer's life that are counted. */
  readonly years: number;
}

/**
 * How the company fares with its customers and open deals under today's management, as the warm-up has shown it by day 0.
 * Customers and deals held at any time, under any alternative, are valued by it: as if from then on all went on as today.
 */
export interface Today extends Worth {
  /**
   * By tier: mean satisfaction beyond what lastingly sets a customer apart; the relationship that service and sellers'
   * leaving come to in the long run; and part of a deviation from it that a month leaves.
   */
  readonly mood: Float64Array;
  readonly bond: Float64Array;
  readonly bondKept: number;
  /** Signed of repeat orders ÷ value of the occasions; signed of expansions ÷ value of what customers wish for. */
  readonly repeatYield: number;
  readonly expansionYield: number;
  /** The mean relationship at which these were seen, and how far their logs rise with it. */
  readonly seenBond: number;
  readonly repeatRise: number;
  readonly expansionRise: number;
  /** By stage: share of the deals entering it that are won, and workdays from entering it to the win. */
  readonly odds: Float64Array;
  readonly daysLeft: Float64Array;
  /** Usual discount, and by channel what partners take. */
  readonly discount: number;
  readonly partner: Float64Array;
  readonly paid: PaidOn;
  /** By tier: what practices in use cost a month per customer. */
  readonly care: Float64Array;
}

/** Deals, and occasions of the usual deal's value, that what is stated counts for beside what was seen. Assumed. */
const PRIOR = 5;

/**
 * Reads today off a world on the morning of day 0, from its customers and from the counters since they last began.
 *
 * @param paid what today's plan usually pays, without on-costs
 */
export function readToday(w: World, m: Model, paid: PaidOn, worth: Worth): Today {
  const discount = meanOver(w, m, PRICE);
  const onCosts = 1 + m.params.onCosts;
  const path = pathOf(w, m);
  return {
    ...customersToday(w, m),
    ...yields(w, m, discount),
    ...path,
    expansionRise: path.expansionRise * RELATIONSHIP_LOG_ODDS * m.stage.perWin,
    discount,
    partner: m.lever[PARTNER]!.slice(),
    paid: {
      fresh: paid.fresh * onCosts,
      expansion: paid.expansion * onCosts,
      repeat: paid.repeat * onCosts,
      renewal: paid.renewal * onCosts,
      accrual: paid.accrual * onCosts,
    },
    care: careOf(w, m),
    ...worth,
  };
}

/** How customers feel, and how close they are to us, now and in the long run. */
function customersToday(w: World, m: Model): Pick<Today, 'mood' | 'bond' | 'bondKept' | 'seenBond'> {
  const c = w.customers;
  const mood = new Float64Array(TIERS);
  const served = new Float64Array(TIERS);
  const count = new Float64Array(TIERS);
  const { services } = serviceFelt(w, m);
  let close = 0;
  const rows = w.market.customers[0]!;
  for (let row = 0; row < rows; row++) {
    if (c.state[row] !== 1) continue;
    const tier = c.tier[row]!;
    mood[tier]! += c.satisfaction[row]! - c.disposition[row]!;
    served[tier]! += Math.min(1, services[c.owner[row]! * TIERS + tier]!);
    close += c.relationship[row]!;
    count[tier]! += 1;
  }
  const total = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0);
  const customers = total(count);
  // Service comes and goes with the weeks of a pay period: the months' mean, by tier in today's proportion.
  const months = w.sums[SUM.customerMonths]!;
  const now = customers > 0 ? total(served) / customers : 1;
  const usual = months > 0 ? w.sums[SUM.served]! / months : now;
  const grows = RELATIONSHIP_PACE * meanOver(w, m, RELATION);
  const breaks = ((1 - RELATIONSHIP_KEPT) * m.params.turnover) / 12;
  const lasting = (service: number): number => (service * grows) / (grows + breaks);
  return {
    mood: mood.map((sum, tier) => (count[tier]! > 0 ? sum / count[tier]! : m.params.satisfaction)),
    bond: served.map((sum, tier) =>
      lasting(count[tier]! > 0 && now > 0 ? (usual * sum) / count[tier]! / now : usual),
    ),
    bondKept: 1 - grows - breaks,
    seenBond: customers > 0 ? close / customers : USUAL_RELATIONSHIP,
  };
}

/** What comes of old customers' occasions and wishes, as far as they have been decided. */
function yields(
  w: World,
  m: Model,
  discount: number,
): Pick<Today, 'repeatYield' | 'repeatRise' | 'expansionYield'> {
  const { sums } = w;
  const prior = PRIOR * m.params.dealValue;
  const share = (part: number, whole: number, stated: number): number =>
    (part + prior * stated) / (whole + prior);
  const repeats = sums[SUM.repeatsWon]! + sums[SUM.repeatsLost]!;
  const expansions = sums[SUM.expansionsWon]! + sums[SUM.expansionsLost]!;
  const stated = exp(m.stage.logPath[m.expansionStage]!) * (1 - discount);
  const repeatYield = share(sums[SUM.repeatsSigned]!, repeats, m.params.repeatConversion);
  return {
    repeatYield,
    repeatRise: m.params.repeatHours > 0 ? RELATIONSHIP_LOG_ODDS * (1 - repeatYield) : 0,
    expansionYield:
      share(sums[SUM.expansionsOffered]!, sums[SUM.wished]!, 1) *
      share(sums[SUM.expansionsSigned]!, expansions, stated),
  };
}

/** By stage, the way to the win; how much a log-odds in every stage from expansions' first on raises the log of it. */
function pathOf(w: World, m: Model): Pick<Today, 'odds' | 'daysLeft' | 'expansionRise'> {
  const { stages, stage, expansionStage } = m;
  const odds = new Float64Array(stages);
  const daysLeft = new Float64Array(stages);
  let chance = 1;
  let days = 0;
  let expansionRise = 0;
  for (let s = stages - 1; s >= 0; s--) {
    const at = s * STAGE_FIGURES.length;
    const advanced = w.stageTally[at + STAGE.advanced]!;
    const closed = advanced + w.stageTally[at + STAGE.lost]!;
    const stated = exp(stage.logPath[s]! - (s + 1 < stages ? stage.logPath[s + 1]! : 0));
    const passes = (advanced + PRIOR * stated) / (closed + PRIOR);
    chance *= passes;
    days += advanced > 0 ? w.stageTally[at + STAGE.days]! / advanced : 0;
    odds[s] = chance;
    daysLeft[s] = days;
    if (s >= expansionStage) expansionRise += 1 - passes;
  }
  return { odds, daysLeft, expansionRise };
}

/** By tier, what practices that have reached the sellers cost a month for each of their customers. */
function careOf(w: World, m: Model): Float64Array {
  const care = new Float64Array(TIERS);
  let seats = 0;
  for (let seat = 0; seat < m.seats; seat++) seats += w.reps.real[seat]!;
  for (const practice of m.practices) {
    let reached = 0;
    for (let seat = 0; seat < m.seats; seat++) if (worksBy(w, practice, seat, 0)) reached++;
    const share = seats > 0 ? reached / seats : 0;
    for (let tier = 0; tier < TIERS; tier++) care[tier]! += share * practice.perCustomerMonth;
    care[0]! += share * practice.perTopCustomerMonth;
  }
  return care;
}

/** Mean of a lever over the seats that work. */
function meanOver(w: World, m: Model, lever: number): number {
  let sum = 0;
  let seats = 0;
  for (let seat = 0; seat < m.seats; seat++) {
    if (w.reps.real[seat] === 0) continue;
    sum += m.lever[lever]![seat]!;
    seats++;
  }
  return seats > 0 ? sum / seats : 0;
}
